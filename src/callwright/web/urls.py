"""Every address of the site: the apps' own, and the pages for what goes wrong."""

from django.urls import include, path

urlpatterns = [
    path("", include("callwright.web.agenda.urls")),
    path("", include("callwright.web.briefs.device_urls")),
    path("check/", include("callwright.web.checking.urls")),
    path("customers/", include("callwright.web.customers.urls")),
    path("calls/", include("callwright.web.calls.urls")),
    path("calls/", include("callwright.web.plans.urls")),
    path("calls/", include("callwright.web.debriefs.urls")),
    path("calls/", include("callwright.web.briefs.urls")),
    path("jobs/", include("callwright.web.jobs.urls")),
    path("keeping/", include("callwright.web.keeping.urls")),
    path("trail/", include("callwright.web.trail.urls")),
    path("people/", include("callwright.web.people.urls")),
    path("accounts/", include("allauth.urls")),
    path("welcome/", include("callwright.web.examples.urls")),
    path("rules/", include("callwright.web.rulebook.urls")),
]

handler400 = "callwright.web.failures.unreadable"
handler403 = "callwright.web.failures.refused"
handler404 = "callwright.web.failures.missing"
handler500 = "callwright.web.failures.broken"
