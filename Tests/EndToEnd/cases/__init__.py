"""The cases, in the order they run: first the peers prove that they can refuse, then duewatch."""

from cases import (  # noqa: F401, I001
    peers,
    demo,
    plans,
    editions,
    delivery,
    crashes,
    outbox,
    faults,
    refusals,
    service,
    reload,
    holds,
    secrets,
    endpoints,
    bad_input,
    bad_surroundings,
    foresight,
    example,
    transcripts,
    footprint,
)
