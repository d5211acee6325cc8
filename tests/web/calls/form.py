"""The form of a call as tests send and read it."""

import html
import re

DAY = "2031-03-04"
FIELDS = {"customer": "Northfield Foods", "day": DAY, "time": "14:00", "minutes": "30"}


def only_call(me):
    """The one call that there is."""
    from callwright.web.calls.models import Call

    return Call.objects.of(me).get()


def value(page, name):
    """What a field of the page holds."""
    return html.unescape(re.search(rf'name="{name}"[^>]*? value="(.*?)"', page)[1])
