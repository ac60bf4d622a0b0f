"""Benchmarks: `python -m bench` prints ratios that are measured side by side, in the same run."""
