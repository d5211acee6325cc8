"""The first start asks one question, once: start empty, or look around with examples."""

from tests.web.pages import plain


def test_the_first_page_asks_how_to_start(client, me):
    answer = client.get("/", follow=True)
    assert answer.redirect_chain[-1][0] == "/welcome/"
    page = plain(answer.content.decode())
    assert "Start empty" in page
    assert "Look around with examples" in page


def test_starting_empty_leads_to_an_empty_today_and_is_not_asked_again(client, me):
    page = client.post("/welcome/start/", {"with": "nothing"}, follow=True)
    assert page.redirect_chain[-1][0] == "/"
    assert "Put your next one in" in plain(page.content.decode())
    assert client.get("/").status_code == 200


def test_the_answer_is_kept_for_this_organization_alone(client, me, stranger):
    client.post("/welcome/start/", {"with": "nothing"})
    stranger.organization.refresh_from_db()
    assert not stranger.organization.started


def test_a_line_can_be_checked_before_anything_is_answered(client, me):
    assert client.get("/check/").status_code == 200
