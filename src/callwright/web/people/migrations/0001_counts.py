"""The table in which several servers on one database count what is tried too often. SQLite's one server needs none."""

from typing import Any

from django.core.management import call_command
from django.db import migrations


def make(apps: Any, schema_editor: Any) -> None:
    """Makes it where the settings count in the database."""
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = []

    operations = [migrations.RunPython(make, migrations.RunPython.noop, elidable=False)]
