"""Printed fields: each module reads one kind of printed thing, for finders and resolvers alike."""
