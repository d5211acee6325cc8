"""The addresses of this app."""

from django.urls import path

from callwright.web.keeping import views

urlpatterns = [
    path("", views.keeping, name="keeping"),
    path("export.json", views.export_json, name="export-json"),
    path("export.zip", views.export_csv, name="export-csv"),
]
