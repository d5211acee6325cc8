"""The addresses of customers, of what is known of them, and of the organization's own products and stages."""

from django.urls import path, register_converter

from callwright.web.customers.parts import PARTS
from callwright.web.customers.views import customer, lists, merging, settled


class PartOfPage:
    """A part of a customer's page, by name."""

    regex = "|".join(PARTS)

    def to_python(self, value: str) -> str:
        """The name."""
        return value

    def to_url(self, value: str) -> str:
        """The name."""
        return value


register_converter(PartOfPage, "part")

urlpatterns = [
    path("", lists.customers, name="customers"),
    path("search/", lists.search, name="search"),
    path("products/", settled.own, {"name": "products"}, name="products"),
    path("products/<int:key>/", settled.own, {"name": "products"}, name="products"),
    path("products/<int:key>/remove/", settled.remove_product, name="remove-product"),
    path("stages/", settled.own, {"name": "stages"}, name="stages"),
    path("stages/<int:key>/", settled.own, {"name": "stages"}, name="stages"),
    path("stages/<int:key>/remove/", settled.remove_stage, name="remove-stage"),
    path("stages/<int:key>/shift/", settled.shift_stage, name="shift-stage"),
    path("duplicates/", merging.all_duplicates, name="duplicates"),
    path("apart/", merging.apart, name="apart"),
    path("merges/<int:key>/undo/", merging.undo, name="undo-merge"),
    path("<int:key>/", customer.customer, name="customer"),
    path("<int:key>/change/", customer.change, name="change-customer"),
    path("<int:key>/remove/", customer.remove, name="remove-customer"),
    path("<int:key>/merge/", merging.merge, name="merge"),
    path("<int:key>/<part:name>/", customer.part, name="part"),
    path("<int:key>/<part:name>/<int:row_key>/", customer.part, name="part"),
    path("<int:key>/<part:name>/<int:row_key>/remove/", customer.remove_row, name="remove-part"),
    path("<int:key>/opportunities/<int:row_key>/stage/", customer.stage, name="move-stage"),
    path("<int:key>/openings/<int:row_key>/open/", customer.open_opening, name="open-opening"),
]
