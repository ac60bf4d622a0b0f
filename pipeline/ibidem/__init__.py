"""Turn a footnoted scholarly paper into linked open data."""

__version__ = "0.1.0"
