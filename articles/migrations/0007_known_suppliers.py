"""The suppliers that a newsroom meets first. The photo desk's own table grows from them."""

from __future__ import annotations

from django.db import migrations

from articles.imaging.suppliers import KNOWN_SUPPLIERS


def add(apps, _schema_editor):
    supplier = apps.get_model("articles", "Supplier")
    there = {name.lower() for name in supplier.objects.values_list("name", flat=True)}
    supplier.objects.bulk_create(
        supplier(
            name=one.name,
            aliases="\n".join(one.aliases),
            is_distributor=one.is_distributor,
            rights_category=one.rights_category,
        )
        for one in KNOWN_SUPPLIERS
        if one.name.lower() not in there
    )


class Migration(migrations.Migration):
    dependencies = [("articles", "0006_photo_roles")]

    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
