"""Drawings: pure functions from values to places on paper; templates write them as SVG."""
