"""The making of the model that reads references: `python -m training`."""
