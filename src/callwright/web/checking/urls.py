"""The addresses of the open page."""

from django.urls import path

from callwright.web.checking import views

urlpatterns = [path("", views.line, name="line")]
