"""The addresses of this app."""

from django.urls import path

from callwright.web.examples import views

urlpatterns = [
    path("", views.welcome, name="welcome"),
    path("start/", views.start, name="start"),
    path("remove-examples/", views.remove, name="remove-examples"),
]
