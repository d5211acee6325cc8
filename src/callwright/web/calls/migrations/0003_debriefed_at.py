from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("calls", "0002_series_by_the_clock"),
    ]

    operations = [
        migrations.AddField(
            model_name="call",
            name="debriefed_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddIndex(
            model_name="call",
            index=models.Index(
                condition=models.Q(("debriefed_at", None)), fields=["organization", "starts"], name="calls_to_debrief"
            ),
        ),
    ]
