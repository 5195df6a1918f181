"""The project: Django's wiring. Nothing of journalism lives here."""
