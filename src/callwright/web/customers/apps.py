"""Loads what listens to the apps below."""

from django.apps import AppConfig


class CustomersConfig(AppConfig):
    """The app of customers."""

    name = "callwright.web.customers"
    label = "customers"

    def ready(self) -> None:
        """Hears of new organizations."""
        from callwright.web.customers import actions  # noqa: F401, PLC0415
