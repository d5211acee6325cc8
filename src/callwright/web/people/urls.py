"""The addresses of the people of an organization."""

from django.urls import path

from callwright.web.people.views import members, opening, sso, you

urlpatterns = [
    path("", members.people, name="people"),
    path("open/", opening.open_door, name="open-door"),
    path("found/", opening.found, name="found-organization"),
    path("single-sign-on/", sso.single_sign_on, name="single-sign-on"),
    path("you/", you.you, name="you"),
]
