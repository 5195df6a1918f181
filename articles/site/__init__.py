"""The site: what readers read. It knows editions and the masthead, and nothing of the desk."""
