"""How the guard's ear learns: its corpus as lessons, and training. Nothing here runs in the service."""
