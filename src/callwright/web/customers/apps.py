"""Loads what listens to the apps below, and keeps the index of what can be found."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class CustomersConfig(AppConfig):
    """The app of customers."""

    name = "callwright.web.customers"
    label = "customers"

    def ready(self) -> None:
        """Hears of new organizations and of migrations."""
        from callwright.web.accounts.actions import organization_made
        from callwright.web.customers.actions.stages import give_first_stages
        from callwright.web.customers.found import register_sources
        from callwright.web.customers.index import keep_index, loosen_index

        organization_made.connect(give_first_stages)
        register_sources()
        pre_migrate.connect(loosen_index, sender=self, dispatch_uid="customers_found")
        post_migrate.connect(keep_index, sender=self, dispatch_uid="customers_found")
