"""The addresses of this app."""

from django.urls import path

from callwright.web.trail import views

urlpatterns = [
    path("", views.trail, name="trail"),
]
