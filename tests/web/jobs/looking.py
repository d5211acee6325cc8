"""What tests look at after a worker has been at it."""

from django.utils import timezone


def row(result):
    """The job as the database has it now."""
    from django_tasks_db.models import DBTaskResult

    return DBTaskResult.objects.get(pk=result.id)


def customers():
    """What the jobs wrote."""
    from callwright.web.customers.models import Customer

    return list(Customer.objects.values_list("name", flat=True))


def bring_forward(result):
    """Lets the pause before the next try pass."""
    from django_tasks_db.models import DBTaskResult

    DBTaskResult.objects.filter(pk=result.id).update(run_after=timezone.now())


def jobs_done():
    """Does all that is due."""
    from callwright.web.jobs.claims import claim
    from callwright.web.jobs.running import do

    while job := claim("one"):
        do(job)
