"""At 100,000 calls the databases find what pages ask for by an index, and read no table from end to end."""

import re

import pytest
from bench.many_calls import many_calls, pages

pytestmark = pytest.mark.long

SMALL = {"accounts_member", "accounts_person", "accounts_organization", "customers_stage", "customers_product",
         "django_session", "jobs_worker", "jobs_round"}  # fmt: skip
"""Tables that stay small, whatever is planned: reading all of one is what a database does best."""

COUNT = 100_000


def explained(cursor, sql):
    """What the database says of how it goes about a question: the tables that it reads from end to end."""
    from django.db import connection

    if connection.vendor == "sqlite":
        steps = [row[-1] for row in cursor.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()]
        return {found[1] for step in steps if (found := re.match(r"SCAN (\w+)$", step))}
    cursor.execute(f"EXPLAIN {sql}")
    return {found[1] for (step,) in cursor.fetchall() if (found := re.search(r"Seq Scan on (\w+)", step))}


def test_no_page_reads_a_large_table_from_end_to_end(client, me):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    keys = many_calls(me, COUNT)
    read_whole = {}
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
        for name, address in pages(keys):
            client.get(address)
            with CaptureQueriesContext(connection) as caught:
                assert client.get(address).status_code == 200
            for query in caught.captured_queries:
                if query["sql"].startswith("SELECT"):
                    read_whole.setdefault(name, set()).update(explained(cursor, query["sql"]) - SMALL)
    assert {name: tables for name, tables in read_whole.items() if tables} == {}
