"""Addresses at the root, where browsers look for what makes a site stay on a device."""

from django.urls import path

from callwright.web.briefs import device

urlpatterns = [
    path("manifest.webmanifest", device.manifest, name="manifest"),
    path("service-worker.js", device.service_worker, name="service-worker"),
    path("offline/", device.offline, name="offline"),
]
