"""The curator's loop: what needs a person, with a decision proposed; what was found where and why; new papers."""
