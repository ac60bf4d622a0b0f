"""The pages: one an entity at its IRI's path, and those that bring many together."""
