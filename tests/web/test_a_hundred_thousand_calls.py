"""At 100,000 calls the databases find what pages ask for by an index, and read no table from end to end."""

import re

import pytest
from bench.many_calls import many_calls, pages

pytestmark = pytest.mark.long

SMALL = 5_000
"""Rows up to which reading a whole table is what a database does best: stages, members, customers of one rep."""

COUNT = 100_000


def explained(cursor, sql):
    """What the database says of how it goes about a question: the tables that it reads from end to end."""
    from django.db import connection

    if connection.vendor == "sqlite":
        steps = [row[-1] for row in cursor.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()]
        return {found[1] for step in steps if (found := re.match(r"SCAN (\w+)$", step))}
    cursor.execute(f"EXPLAIN {sql}")
    return {found[1] for (step,) in cursor.fetchall() if (found := re.search(r"Seq Scan on (\w+)", step))}


def rows(cursor, table):
    """How many rows a table has; an alias, which SQLite tells by, counts as large."""
    from django.db import connection

    if table not in connection.introspection.table_names(cursor):
        return COUNT
    cursor.execute(f"SELECT count(*) FROM {table}")
    return cursor.fetchone()[0]


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
                    found = {table for table in explained(cursor, query["sql"]) if rows(cursor, table) > SMALL}
                    read_whole.setdefault(name, set()).update(found)
    assert {name: tables for name, tables in read_whole.items() if tables} == {}
