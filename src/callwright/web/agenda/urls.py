"""The addresses of this app."""

from django.urls import path

from callwright.web.agenda import views

urlpatterns = [
    path("", views.today, name="today"),
    path("week/", views.week, name="week"),
]
