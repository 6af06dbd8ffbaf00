"""The cases, in the order they run: first the peers prove that they can refuse, then duewatch."""

from cases import (peers, demo, plans, editions, delivery, crashes, outbox, refusals, service,  # noqa: F401, I001
                   secrets, endpoints, bad_input, bad_surroundings, footprint)
