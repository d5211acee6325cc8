"""The addresses of this app."""

from django.urls import path

from callwright.web.jobs import views

urlpatterns = [
    path("", views.jobs, name="jobs"),
    path("<uuid:job>/again/", views.again, name="job-again"),
]
