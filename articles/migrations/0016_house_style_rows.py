"""The house style that a newsroom starts from, and who keeps it, as `desk.roles` had it then."""

from __future__ import annotations

from django.db import migrations
from django.utils import timezone

KEEP = ("add_houserule", "change_houserule", "delete_houserule", "view_houserule")
SEE = ("view_houserule",)
GRANTS = {
    "Reporter": SEE,
    "Sub-editor": KEEP,
    "Editor": KEEP,
    "Photo desk": SEE,
    "Legal": SEE,
}
NAMES = [
    # words, instead, advice, example, counter-example
    (
        "Donbass",
        "Donbas",
        "We write names of Ukraine as Ukrainian has them: Donbas.",
        "They held the Donbass in winter.",
        "They held Donbas in winter.",
    ),
    (
        "Kiev",
        "Kyiv",
        "We write names of Ukraine as Ukrainian has them: Kyiv.",
        "The train left Kiev at noon.",
        "The train left Kyiv at noon.",
    ),
    (
        "MediaZona",
        "Mediazona",
        "The outlet writes itself Mediazona.",
        "He told MediaZona on Monday.",
        "He told Mediazona on Monday.",
    ),
]
TERMS = [
    (
        "self-proclaimed",
        "",
        "It is a verdict in one word. Say who recognises it and who does not.",
        "Troops of the self-proclaimed republic came.",
        "Troops of the republic came.",
    ),
    (
        "Putin's war",
        "",
        "It makes a war one man’s. Name the war: Russia’s war on Ukraine, the war in Ukraine.",
        "They refused to fight in Putin’s war.",
        "They refused to fight in the war in Ukraine.",
    ),
    (
        "committed suicide",
        "died by suicide",
        "It speaks of suicide as of a crime. Write died by suicide or killed himself.",
        "He committed suicide in March.",
        "He died by suicide in March.",
    ),
    (
        "illegal immigrant",
        "",
        "No person is illegal. Say what somebody did: crossed without a visa, stayed on.",
        "The boat carried an illegal immigrant.",
        "The boat carried a man without a visa.",
    ),
    (
        "illegal immigrants",
        "",
        "No person is illegal. Say what people did: crossed without visas, stayed on.",
        "The boat carried illegal immigrants.",
        "The boat carried people without visas.",
    ),
    (
        "innocent victims",
        "victims",
        "No victim is guilty. Leave innocent out.",
        "Among the innocent victims was a nurse.",
        "Among the victims was a nurse.",
    ),
]
USAGE = [
    (
        "at this moment in time",
        "now",
        "It is long for now.",
        "At this moment in time the quay is shut.",
        "The quay is shut now.",
    ),
    (
        "very unique",
        "unique",
        "What is unique cannot be more so.",
        "It is a very unique boat.",
        "It is a unique boat.",
    ),
    ("utilise", "use", "It is long for use.", "They utilise the slipway.", "They use the slipway."),
    ("utilised", "used", "It is long for used.", "They utilised it.", "They used it."),
    (
        "a total of",
        "",
        "It says nothing: the number is the total.",
        "A total of 17 boats sank.",
        "In all, 17 boats sank.",
    ),
]


def begin(apps, _schema_editor):
    """The rows are on: each has its example, and the checks of the project try them on stories."""
    rule = apps.get_model("articles", "HouseRule").objects
    now = timezone.now()
    for kind, rows in (("name", NAMES), ("term", TERMS), ("usage", USAGE)):
        for words, instead, advice, example, counter_example in rows:
            rule.get_or_create(
                words=words,
                is_expression=False,
                language="en",
                defaults={
                    "kind": kind,
                    "instead": instead,
                    "advice": advice,
                    "example": example,
                    "counter_example": counter_example,
                    "is_on": True,
                    "tried_at": now,
                },
            )


def grant(apps, _schema_editor):
    """Gives each group its permissions; makes those that Django would make only afterwards."""
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="articles", model="houserule"
    )
    permission = apps.get_model("auth", "Permission").objects
    for role, codenames in GRANTS.items():
        group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=role)
        for codename in codenames:
            name = f"Can {codename.split('_')[0]} house rule"
            group.permissions.add(
                permission.get_or_create(
                    content_type=kind, codename=codename, defaults={"name": name}
                )[0]
            )


def take_back(apps, _schema_editor):
    apps.get_model("auth", "Permission").objects.filter(
        codename__in=KEEP, content_type__app_label="articles"
    ).delete()


class Migration(migrations.Migration):
    dependencies = [("articles", "0015_house_style")]

    operations = [
        migrations.RunPython(begin, migrations.RunPython.noop),
        migrations.RunPython(grant, take_back),
    ]
