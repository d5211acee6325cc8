"""The addresses of this app. The first start has its own app above: its pages are put in by the list of all."""

from django.urls import path

from callwright.web.agenda import views

urlpatterns = [
    path("", views.today, name="today"),
    path("week/", views.week, name="week"),
]
