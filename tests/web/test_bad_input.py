"""Whatever is sent, there is a verdict or a clear word, and the text is still there."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.web.conftest import STRONG
from tests.web.pages import plain, tiles, typed


def test_a_text_that_is_too_long_is_refused_and_kept(pressing):
    text = "agree to a date. " * 700
    page = pressing(text)
    assert "10,000" in plain(page)
    assert typed(page) == text
    assert set(tiles(page).values()) == {""}


def test_another_language_than_english_is_named_and_kept(pressing):
    text = "Der Kunde stimmt einem Termin für den Test in der nächsten Woche zu"
    page = pressing(text)
    assert "English" in plain(page)
    assert typed(page) == text


def test_a_text_without_words_is_answered(pressing):
    page = pressing("?!")
    assert typed(page) == "?!"
    assert set(tiles(page).values()) == {""}


def test_far_too_much_text_gets_a_page_that_says_so(client):
    answer = client.post("/check/", {"text": "x" * 3_000_000})
    assert answer.status_code == 413
    assert "up to 10,000 characters" in plain(answer.content.decode())


def test_lines_and_blanks_come_back_as_they_were_typed(pressing):
    assert typed(pressing("\n\n  Get the CFO\r\nto agree  \r\n")) == "\n\n  Get the CFO\nto agree  \n"


@pytest.mark.parametrize(
    "text", ["Get\x00 the CFO to agree", "<script>alert(1)</script> agree", "\u202eagree to a date", "\ud800"]
)
def test_odd_characters_do_no_harm(client, text):
    answer = client.post("/check/", {"text": text.encode("utf-8", "replace").decode()})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.content.decode()


def test_bytes_that_are_no_text_do_no_harm(client):
    body = b"text=%ff%fe%ed%a0%80agree+to+a+date&minutes=%ff&look=%00&open=%3Cb%3E"
    answer = client.post("/check/", body, content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 200


@settings(max_examples=40)
@given(st.text(max_size=300), st.text(max_size=20), st.sampled_from(["", "specific", "none", "<b>"]))
def test_any_text_gets_a_page(prepared, text, minutes, look):
    from django.test import Client

    client = Client(headers={"host": "127.0.0.1"}, raise_request_exception=True)
    fields = {"text": text, "minutes": minutes, "look": look, "after": text, "before": text}
    sent = {name: value.encode("utf-8", "replace").decode() for name, value in fields.items()}
    answer = client.post("/check/", sent, headers={"HX-Request": "true"})
    assert answer.status_code == 200


def test_a_form_without_its_token_comes_back_filled_in():
    from django.test import Client

    strict = Client(enforce_csrf_checks=True, headers={"host": "127.0.0.1"})
    answer = strict.post("/check/", {"text": STRONG, "minutes": "20"})
    assert answer.status_code == 403
    page = answer.content.decode()
    assert typed(page) == STRONG
    assert 'name="minutes" value="20"' in page
    assert "One more press, please" in plain(page)


def test_a_few_words_are_shown_again_too_and_a_password_is_not(client):
    page = client.post("/nowhere/", {"text": "Dana signs", "password": "correct horse battery staple"})
    assert "Dana signs" in page.content.decode()
    assert "correct horse" not in page.content.decode()


def test_a_fault_of_ours_is_called_one_and_the_text_is_kept(monkeypatch):
    from django.test import Client

    def broken(*_):
        raise RuntimeError

    monkeypatch.setattr("callwright.web.checking.views.verdict_on", broken)
    answer = Client(raise_request_exception=False, headers={"host": "127.0.0.1"}).post("/check/", {"text": STRONG})
    assert answer.status_code == 500
    assert "Something went wrong at our end" in plain(answer.content.decode())
    assert typed(answer.content.decode()) == STRONG


def test_an_address_without_a_page_leads_back(client):
    answer = client.get("/nowhere/")
    assert answer.status_code == 404
    assert "There is no page here" in plain(answer.content.decode())
