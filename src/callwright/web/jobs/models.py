"""Who is at work, and when the work that comes round is due. The jobs themselves are rows of django-tasks-db."""

from __future__ import annotations

from django.db import models


class Worker(models.Model):
    """A worker that is at work. One that was killed leaves its row, which grows old: its jobs are taken up again."""

    name = models.CharField(max_length=64, unique=True)
    started = models.DateTimeField(auto_now_add=True)
    seen = models.DateTimeField()
    """When it last said that it is alive."""

    class Meta:
        ordering = ["started", "id"]

    def __str__(self) -> str:
        return self.name


class Round(models.Model):
    """One kind of work that comes round. This row makes each round one job, however many workers there are."""

    path = models.CharField(max_length=200, unique=True)
    """The function, by its dotted path."""
    next_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)
    """When it was last done without a fault."""

    class Meta:
        ordering = ["path"]

    def __str__(self) -> str:
        return self.path
