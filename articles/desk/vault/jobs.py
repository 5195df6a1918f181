"""The vault's job in the queue. Without a worker, the next act on the vault does it."""

from __future__ import annotations

from procrastinate.contrib.django import app

from articles.desk.vault.acts import destroy_due


@app.periodic(cron="7 * * * *")
@app.task(name="articles.vault.destroy_due")
def destroy_what_is_due(timestamp: int) -> None:
    """Every hour: destroys each identity whose last day is past."""
    destroy_due()
