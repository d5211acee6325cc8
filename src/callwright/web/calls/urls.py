"""The addresses of this app."""

from django.urls import path

from callwright.web.calls import views

urlpatterns = [
    path("new/", views.new, name="new-call"),
    path("customers/", views.customers, name="call-customers"),
    path("who/", views.who, name="call-who"),
    path("<int:pk>/", views.call, name="call"),
    path("<int:pk>/stage/", views.stage, name="call-stage"),
    path("<int:pk>/cancel/", views.cancel, name="cancel-call"),
    path("<int:pk>/revive/", views.revive, name="revive-call"),
]
