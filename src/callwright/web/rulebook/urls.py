"""The addresses of the rules."""

from django.urls import path

from callwright.web.rulebook import views

urlpatterns = [
    path("", views.rules, name="rules"),
    path("<str:code>/", views.one_rule, name="rule"),
    path("set-aside/<int:pk>/back/", views.count_again, name="count-again"),
]
