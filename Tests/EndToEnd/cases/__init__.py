"""The cases, in the order they run: first the peers prove that they can refuse, then duewatch."""

from cases import peers, demo, plans, delivery, bad_input, footprint  # noqa: F401, I001
