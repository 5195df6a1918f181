def databases_entry(var):
    return {"ENGINE": "django.db.backends.postgresql", "NAME": "newsroom", "USER": "newsroom", "HOST": "/tmp/pg"}
