"""Every address of the site: the apps' own, and the pages for what goes wrong."""

from django.urls import include, path

urlpatterns = [
    path("", include("callwright.web.checking.urls")),
    path("rules/", include("callwright.web.rulebook.urls")),
]

handler400 = "callwright.web.failures.unreadable"
handler404 = "callwright.web.failures.missing"
handler500 = "callwright.web.failures.broken"
