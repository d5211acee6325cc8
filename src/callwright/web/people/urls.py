"""The addresses of the people of an organization."""

from django.urls import path

from callwright.web.people.views import members, opening

urlpatterns = [
    path("", members.people, name="people"),
    path("open/", opening.open_door, name="open-door"),
    path("found/", opening.found, name="found-organization"),
]
