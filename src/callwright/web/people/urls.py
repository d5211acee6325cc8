"""The addresses of the people of an organization."""

from django.urls import path

from callwright.web.people import views

urlpatterns = [
    path("", views.people, name="people"),
]
