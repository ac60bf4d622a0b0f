"""The pages of a paper: its text, and what it tells and cites, each made once a paper from the same answers."""
