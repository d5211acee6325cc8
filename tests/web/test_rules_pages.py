"""Every rule can be read: what it looks for, why, a poor and a better line, when it does not apply, its source."""

import pytest

from callwright.smart.rules import RULES
from tests.web.pages import plain


def test_the_list_names_every_rule(client):
    page = client.get("/rules/").content.decode()
    for rule in RULES:
        assert f'href="/rules/{rule.code}/"' in page


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_has_all_its_headings(client, rule):
    page = plain(client.get(f"/rules/{rule.code}/").content.decode())
    for heading in (
        "What it looks for",
        "Why it matters",
        "A poor line",
        "A better one",
        "When it does not apply",
        "Source",
    ):
        assert heading in page
    for text in (rule.title, rule.what, rule.why, rule.poor, rule.better, rule.exception, rule.source):
        assert " ".join(text.split()) in page


def test_a_rule_is_found_by_its_name_and_in_small_letters(client):
    assert client.get("/rules/m01/").headers["location"] == "/rules/M01/"
    assert client.get("/rules/degree-word/").headers["location"] == "/rules/M01/"


def test_a_rule_that_does_not_exist_is_a_page_that_is_missing(client):
    assert client.get("/rules/X99/").status_code == 404


@pytest.mark.parametrize(
    ("came", "back"),
    [
        ("http://127.0.0.1/calls/7/plan/?objective=2", "/calls/7/plan/?objective=2"),
        ("http://127.0.0.1/rules/", "/check/"),
        ("http://127.0.0.1/nowhere", "/check/"),
        ("https://elsewhere.example//calls/7/plan/", "/check/"),
        ("https://elsewhere.example/calls/7/plan/", "/calls/7/plan/"),
        ("", "/check/"),
    ],
)
def test_the_way_back_leads_to_the_line_that_one_came_from(client, came, back):
    page = client.get("/rules/M01/", headers={"Referer": came}).content.decode()
    assert f'<a class="go" href="{back}">To your line</a>' in page
