"""All that is said to people, in Spanish: the only place with user-facing text."""
