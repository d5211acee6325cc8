"""What can go wrong with a job, in words for the page of jobs."""

from callwright.smart import CallwrightError


class NoSuchWork(CallwrightError):
    """The job was written by another version, and this one knows nothing of it."""


class WorkerLost(CallwrightError):
    """Each worker that took the job up ended in the middle of it."""


class NotRetried(CallwrightError):
    """The job is not there any more, or has not failed."""


class Overtaken(CallwrightError):
    """Another worker took the job up meanwhile: what was done here is taken back."""
