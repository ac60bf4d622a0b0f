"""What changes: between two builds, and from release to release."""
