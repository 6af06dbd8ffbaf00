# duewatch: build, try, test, install. `make` alone lists the targets. The longer recipes are scripts in .ci/.
PREFIX     ?= /usr/local
DESTDIR    ?=
SYSCONFDIR ?= /etc
SWIFT      ?= swift

# systemd reads units, users and temporary files from /usr/local/lib and /usr/lib, not from any other prefix.
UNITS  ?= $(if $(filter /usr,$(PREFIX)),/usr/lib,/usr/local/lib)
BINARY := .build/release/duewatch
SHARE  := $(PREFIX)/share/duewatch
DOCS   := $(PREFIX)/share/doc/duewatch

# The Swift runtime goes into the binary, so that it runs where no toolchain is installed.
RELEASE := --configuration release --static-swift-stdlib --product duewatch

.DEFAULT_GOAL := help
.PHONY: help deps build demo test fuzz format lint peers install uninstall clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

deps: ## install what the build needs: Debian packages, only those missing; never a mail server
	@.ci/deps

build: deps ## release build: leaves .build/release/duewatch
	$(SWIFT) build $(RELEASE)

demo: build ## eighteen months of reminders for a small published plan, in seconds
	$(BINARY) demo

test: deps ## unit and property tests
	$(SWIFT) test

fuzz: deps ## read a million bent phrases and documents: no crash, no hang, memory bounded
	$(SWIFT) run --configuration release fuzz --count $(or $(COUNT),1000000) --seed $(or $(SEED),1)

format: ## rewrite the sources in the project's layout
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests

lint: ## layout, import directions, forbidden words and calls, sizes
	@.ci/toolchain
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests
	@.ci/imports
	@.ci/names
	@.ci/forbidden
	@.ci/sizes
	@.ci/self-test

peers: ## what .ci/run tests against: a private Postfix, mutt, Python packages in .venv
	@.ci/peers

# No prerequisite: `sudo make install` after `make build` must not compile as root.
$(BINARY):
	$(MAKE) build

install: $(BINARY) ## install below PREFIX (and DESTDIR), with the systemd unit; keeps an existing configuration
	install -D -m 0755 -s $(BINARY) $(DESTDIR)$(PREFIX)/bin/duewatch
	install -d $(DESTDIR)$(SHARE)/templates $(DESTDIR)$(SHARE)/examples $(DESTDIR)$(DOCS)/events $(DESTDIR)$(UNITS)/systemd/system
	install -m 0644 Config/bank-holidays.json Config/duewatch.yaml $(DESTDIR)$(SHARE)
	install -m 0644 $(wildcard Config/templates/*) $(DESTDIR)$(SHARE)/templates
	install -m 0644 $(wildcard Config/examples/*) $(DESTDIR)$(SHARE)/examples
	install -m 0644 LICENSE $(wildcard README.md CHANGELOG.md docs/*.md) $(DESTDIR)$(DOCS)
	install -m 0644 $(wildcard docs/events/*.json) $(DESTDIR)$(DOCS)/events
	sed 's|@PREFIX@|$(PREFIX)|g' systemd/duewatch.service > $(DESTDIR)$(UNITS)/systemd/system/duewatch.service
	chmod 0644 $(DESTDIR)$(UNITS)/systemd/system/duewatch.service
	install -D -m 0644 systemd/duewatch.sysusers $(DESTDIR)$(UNITS)/sysusers.d/duewatch.conf
	install -D -m 0644 systemd/duewatch.tmpfiles $(DESTDIR)$(UNITS)/tmpfiles.d/duewatch.conf
	test -e $(DESTDIR)$(SYSCONFDIR)/duewatch/duewatch.yaml || \
	    install -D -m 0640 Config/duewatch.yaml $(DESTDIR)$(SYSCONFDIR)/duewatch/duewatch.yaml
	@.ci/installed "$(DESTDIR)"

uninstall: ## remove what install put there; keeps the configuration, the register and the user
	rm -f $(DESTDIR)$(PREFIX)/bin/duewatch $(DESTDIR)$(UNITS)/systemd/system/duewatch.service
	rm -f $(DESTDIR)$(UNITS)/sysusers.d/duewatch.conf $(DESTDIR)$(UNITS)/tmpfiles.d/duewatch.conf
	rm -rf $(DESTDIR)$(SHARE) $(DESTDIR)$(DOCS)
	@echo "kept: $(SYSCONFDIR)/duewatch, /var/lib/duewatch and the user duewatch"

clean: ## remove build products and the peers' Python packages
	rm -rf .build .venv
