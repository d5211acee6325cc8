"""The addresses of this app."""

from django.urls import path

from callwright.web.plans import views

urlpatterns = [
    path("<int:pk>/plan/", views.plan, name="plan"),
    path("<int:pk>/plan/keep/", views.keep_draft, name="plan-keep"),
]
