"""Everything can be taken along: as JSON, as CSV, from the page; and nothing of anybody else."""

import csv
import datetime as dt
import io
import json
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest

from tests.web import cast

DOCUMENT = Path(__file__).parents[3] / "docs" / "reference" / "export.md"
CLOSED = dt.datetime(2026, 6, 1, 9, tzinfo=dt.UTC)


@pytest.fixture
def told(me, stranger):
    """A customer with all that hangs on it, and one of somebody else's."""
    customer = cast.a_customer(me, "Zürich & Söhne", about="Line one\nline “two”")
    dana, lee = cast.a_contact(customer), cast.a_contact(customer, "Lee", "IT lead")
    opportunity = cast.an_opportunity(customer, amount=Decimal("12000.00"), currency="EUR")
    call = cast.a_call(me, customer, starts=CLOSED, contacts=[dana, lee], opportunity=opportunity, channel="video")
    cast.an_objective(call, assessment={"smart": True}, smart=True, letters="+++++")
    cast.a_call(stranger, cast.a_customer(stranger, "Secret Ltd"), others="a secret")
    return call


def taken(client, kind):
    answer = client.get(f"/keeping/export.{kind}")
    assert answer.status_code == 200
    return b"".join(answer.streaming_content)


def as_json(client):
    return json.loads(taken(client, "json"))


def as_csv(client):
    """Each file of the archive, by its name, as rows of header and cell."""
    archive = zipfile.ZipFile(io.BytesIO(taken(client, "zip")))
    texts = {name: archive.read(name).decode("utf-8-sig") for name in archive.namelist()}
    return {name: list(csv.DictReader(io.StringIO(text, newline=""))) for name, text in texts.items()}


def test_the_page_offers_both_and_tells_of_copies(client, me):
    page = client.get("/keeping/").content.decode()
    assert "/keeping/export.json" in page
    assert "/keeping/export.zip" in page
    assert "callwright backup" in page


def test_json_holds_each_value_as_it_is_stored(client, me, told):
    export = as_json(client)
    assert (export["format"], export["version"], export["organization"]) == ("callwright export", 1, "My calls")
    assert export["members"] == [{"id": me.pk, "name": "me", "email": "", "role": "admin", "active": True}]
    (customer,), (call,) = export["tables"]["customers"], export["tables"]["calls"]
    assert (customer["name"], customer["about"]) == ("Zürich & Söhne", "Line one\nline “two”")
    assert call["starts"] == "2026-06-01T09:00:00Z"
    assert call["contacts"] == [contact.pk for contact in told.contacts.order_by("pk")]
    assert call["customer"] == customer["id"]
    assert export["tables"]["opportunities"][0]["amount"] == "12000.00"
    assert export["tables"]["objectives"][0]["assessment"] == {"smart": True}


def test_csv_is_for_people(client, told):
    files = as_csv(client)
    (call,) = files["calls.csv"]
    assert call["Customer"] == "Zürich & Söhne"
    assert call["Customer (ID)"] == str(told.customer_id)
    assert call["Contacts"] == "Dana Reyes; Lee"
    assert call["Channel"] == "Video"
    assert call["Unplanned"] == "no"
    assert call["Member"] == "me"
    assert files["customers.csv"][0]["About"] == "Line one\nline “two”"


def test_times_in_csv_are_those_of_ones_own_clock(client, me, told):
    me.person.time_zone = "Asia/Tokyo"
    me.person.save()
    assert as_csv(client)["calls.csv"][0]["Starts"] == "2026-06-01 18:00:00"


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3+cmd"])
def test_a_spreadsheet_runs_nothing_of_it(client, me, text):
    cast.a_customer(me, text)
    assert as_csv(client)["customers.csv"][0]["Name"] == f"'{text}"
    assert as_json(client)["tables"]["customers"][0]["name"] == text


def test_a_telephone_number_is_no_formula(client, me):
    cast.a_contact(cast.a_customer(me), phone="+44 (0)20 7946 0000")
    assert as_csv(client)["contacts.csv"][0]["Phone"] == "+44 (0)20 7946 0000"


@pytest.mark.parametrize("kind", ["json", "zip"])
def test_nothing_of_another_organization_is_in_it(client, told, stranger, kind):
    raw = taken(client, kind)
    parts = [raw]
    if kind == "zip":
        archive = zipfile.ZipFile(io.BytesIO(raw))
        parts = [archive.read(name) for name in archive.namelist()]
    assert not any(word in part for part in parts for word in (b"Secret", b"secret", b"stranger"))


def test_every_table_of_the_organization_is_in_both(client, told):
    from django.apps import apps

    from callwright.web.accounts.models import Owned

    owned = [model for model in apps.get_models() if issubclass(model, Owned) and model.EXPORTED]
    names = as_json(client)["tables"].keys()
    assert len(names) == len(owned) > 15
    assert {f"{name}.csv" for name in names} | {"READ ME.txt"} == as_csv(client).keys()


def test_every_table_and_column_is_described():
    """`make docs` writes the list anew."""
    from tools.export_tables import listed

    assert DOCUMENT.read_text(encoding="utf-8").partition("## The tables\n\n")[2] == listed()


def test_a_download_is_named_after_its_day(client, me):
    today = f"{dt.datetime.now():%Y-%m}"
    assert f'filename="callwright-{today}' in client.get("/keeping/export.zip")["Content-Disposition"]


def test_the_number_of_queries_does_not_grow_with_the_rows(client, me, told):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    counts = []
    for more in (1, 30):
        for _ in range(more):
            cast.a_call(me, told.customer, contacts=list(told.contacts.all()))
        with CaptureQueriesContext(
            connection,
        ) as caught:
            as_json(client), as_csv(client)
        counts.append(len(caught))
    assert counts[0] == counts[1]
