"""Turn what was found into a Record: one resolver a matter; candidates.py calls them in order."""

from ibidem.resolve.candidates import resolve_candidates as resolve_candidates
