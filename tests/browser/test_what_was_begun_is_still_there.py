"""What was begun in a form outlives a closed page and a dead server, and is gone once the server has it."""

import itertools

import pytest
from playwright.sync_api import expect

from tests.browser.screen import GONE

WITH_PEOPLE = """
me.organization.started = True
me.organization.save()
customer = a_customer(me, {name!r})
a_contact(customer, "Dana Reyes", "CFO")
an_opportunity(customer)
print(json.dumps([customer.pk, customer.name]))
"""
NUMBER = itertools.count(1)
BACK = "What you had typed here is back"


@pytest.fixture
def known(behind):
    """The key and the name of a customer with somebody there."""
    return behind(WITH_PEOPLE.format(name=f"Begun {next(NUMBER)}"))


@pytest.fixture
def customer(known):
    """The key of that customer."""
    return known[0]


def reopened(page, address):
    """Another page of the same browser, as after a dead battery."""
    context = page.context
    page.close()
    page = context.new_page()
    page.goto(address)
    return page


def dead(page):
    """Takes the server away for what is sent; gives what brings it back."""
    gone = [True]
    page.route("**/*", lambda route: route.abort() if gone[0] and route.request.method == "POST" else route.fallback())
    return lambda: gone.__setitem__(0, False)


def test_a_fact_that_was_begun_is_marked_put_back_and_gone_once_it_is_saved(open_screen, customer):
    screen = open_screen(f"/customers/{customer}/")
    add = "+ Something you learned"
    screen.page.get_by_role("link", name=add).click()
    screen.page.get_by_label("What do you know?").fill("The budget is set in May")
    screen.page.get_by_label("About").select_option("Money")
    page = reopened(screen.page, f"{screen.address}/customers/{customer}/")
    expect(page.get_by_role("link", name=add)).to_contain_text("begun")
    page.get_by_role("link", name=add).click()
    expect(page.locator("#knowledge").get_by_role("status")).to_contain_text(BACK)
    expect(page.get_by_label("What do you know?")).to_have_value("The budget is set in May")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#knowledge")).to_contain_text("The budget is set in May")
    expect(page.locator(".begun")).to_have_count(0)
    page.reload()
    page.get_by_role("link", name=add).click()
    expect(page.get_by_label("What do you know?")).to_have_value("")


def test_what_was_put_back_can_be_cleared(open_screen, customer):
    screen = open_screen(f"/customers/{customer}/contacts/")
    screen.page.get_by_label("Name").fill("Idris Cole")
    page = reopened(screen.page, f"{screen.address}/customers/{customer}/contacts/")
    expect(page.get_by_label("Name")).to_have_value("Idris Cole")
    page.get_by_role("button", name="Clear it").click()
    expect(page.get_by_label("Name")).to_have_value("")
    page.reload()
    expect(page.get_by_label("Name")).to_have_value("")
    expect(page.locator(".note.back")).to_have_count(0)


def test_another_member_on_the_same_browser_is_not_shown_it(open_screen, customer):
    address = f"/customers/{customer}/contacts/"
    screen = open_screen(address)
    screen.page.get_by_label("Name").fill("Idris Cole")
    page = screen.page.context.new_page()
    page.add_init_script("addEventListener('DOMContentLoaded', () => (document.body.dataset.member = '999'))")
    page.goto(screen.address + address)
    expect(page.locator("#contacts input[name=draft]")).to_have_count(1)
    expect(page.get_by_label("Name")).to_have_value("")


def test_a_slip_keeps_the_draft_and_a_dead_server_too(open_screen, customer):
    screen = open_screen(f"/customers/{customer}/opportunities/", expected=GONE)
    page = screen.page
    page.get_by_label("What they might buy").fill("Ovens")
    page.get_by_label("Worth").fill("a lot")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#opportunities .slip")).to_contain_text("in figures")
    back = dead(page)
    page.get_by_label("Worth").fill("12k")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert").last).to_contain_text("What you typed is still here")
    back()
    page = reopened(page, f"{screen.address}/customers/{customer}/opportunities/")
    expect(page.get_by_label("What they might buy")).to_have_value("Ovens")
    expect(page.get_by_label("Worth")).to_have_value("12k")


def test_a_page_that_has_grown_old_says_so_and_keeps_what_was_typed(open_screen, customer):
    screen = open_screen(f"/customers/{customer}/openings/", expected=("403", *GONE))
    field = "What else could you sell?"
    screen.page.get_by_label(field).fill("The depot in Leeds")
    screen.page.context.clear_cookies()
    screen.page.get_by_role("button", name="Save").click()
    expect(screen.page.get_by_role("alert")).to_contain_text("the page has grown old")
    screen.page.reload()
    expect(screen.page.get_by_label(field)).to_have_value("The depot in Leeds")
    screen.page.get_by_role("button", name="Save").click()
    expect(screen.page.locator("#openings .rows")).to_contain_text("The depot in Leeds")


def test_a_call_that_was_begun_comes_back_with_who_attends_and_not_again_once_it_is_planned(open_screen, known):
    screen = open_screen("/calls/new/")
    page = screen.page
    name = known[1]
    page.get_by_label("Customer", exact=True).press_sequentially(name)
    page.get_by_text(name, exact=True).click()
    page.get_by_text("Dana Reyes (CFO)").click()
    page.get_by_label("Day", exact=True).fill("2031-03-04")
    page.get_by_text("45", exact=True).click()
    page = reopened(page, f"{screen.address}/calls/new/")
    expect(page.get_by_role("status").filter(has_text=BACK)).to_be_visible()
    expect(page.get_by_label("Customer", exact=True)).to_have_value(name)
    expect(page.get_by_label("Dana Reyes (CFO)")).to_be_checked()
    expect(page.get_by_label("45", exact=True)).to_be_checked()
    expect(page.get_by_label("Day", exact=True)).to_have_value("2031-03-04")
    page.get_by_role("button", name="Plan the call").click()
    expect(page.get_by_label("By the end of this call")).to_be_visible()
    page.goto(f"{screen.address}/calls/new/")
    expect(page.get_by_label("Customer", exact=True)).to_have_value("")
    expect(page.locator(".note.back")).to_have_count(0)


def test_who_was_ticked_stays_so_when_a_later_answer_comes(open_screen, known):
    page = open_screen("/calls/new/").page
    page.get_by_label("Customer", exact=True).press_sequentially(known[1])
    page.get_by_text(known[1], exact=True).click()
    dana = page.get_by_label("Dana Reyes (CFO)")
    dana.check()
    dana.evaluate("one => one.setAttribute('data-before', '')")
    page.get_by_label("Customer", exact=True).dispatch_event("change")  # the name that was typed is asked after, too
    expect(page.locator("[data-before]")).to_have_count(0)
    expect(dana).to_be_checked()
