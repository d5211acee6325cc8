"""A rep keeps a customer up to date from the customer's own page, with the thumb, in place, and finds it all again."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_every_screen import SMALLEST, objections

TOO_SMALL = f"""
() => [...document.querySelectorAll("button, select, input:not([type=hidden], [type=checkbox]), summary, .tap, .row a")]
  .filter((one) => one.checkVisibility())
  .map((one) => [one.outerHTML.slice(0, 90), one.getBoundingClientRect()])
  .filter(([, box]) => box.height < {SMALLEST} || box.width < {SMALLEST})
  .map(([html]) => html)
"""


def add(screen, name):
    """Adds a customer from the list."""
    closed = screen.page.locator(".add:not([open]) summary")
    if closed.count():
        closed.click()
    screen.page.get_by_label("Name").fill(name)
    screen.page.get_by_role("button", name="Add", exact=True).click()
    expect(screen.page.get_by_role("heading", name=name)).to_be_visible()


@pytest.fixture
def phone(open_screen):
    return open_screen("/customers/", width=375, height=667, has_touch=True, is_mobile=True)


def test_a_person_and_a_fact_are_added_and_a_stage_moved_without_leaving_the_page(phone):
    page = phone.page
    add(phone, "Harbour Steel")
    address = page.url
    page.get_by_role("link", name="+ Person").tap()
    expect(page.get_by_label("Name")).to_be_focused()
    page.get_by_label("Name").fill("Dana Reyes")
    page.get_by_label("Job").fill("CFO")
    page.get_by_label("In the purchase").select_option("Holds the budget")
    page.get_by_role("button", name="Save").tap()
    expect(page.locator("#contacts")).to_contain_text("Holds the budget")
    expect(page.locator("#contacts")).to_be_focused()
    page.get_by_role("link", name="+ Something you learned").tap()
    page.get_by_label("What do you know?").fill("The budget is set in May")
    page.get_by_role("button", name="Save").tap()
    expect(page.locator("#knowledge")).to_contain_text("The budget is set in May")
    page.get_by_role("link", name="+ Opportunity").tap()
    page.get_by_label("What they might buy").fill("Payroll software")
    page.get_by_label("Worth").fill("12k")
    page.get_by_role("button", name="Save").tap()
    page.locator(".stage summary").tap()
    page.get_by_role("button", name="Evaluation").tap()
    expect(page.locator(".stage summary")).to_contain_text("Evaluation")
    assert page.url == address
    assert page.evaluate(TOO_SMALL) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 375


def test_what_was_written_down_is_found_while_one_types_its_beginning(phone):
    add(phone, "Quayside Printing")
    phone.page.goto(phone.address + "/customers/")
    phone.page.get_by_label("Find a customer").press_sequentially("quays")
    expect(phone.page.locator("#found mark")).to_have_text("Quayside")
    expect(phone.page.get_by_label("Find a customer")).to_be_focused()


def test_a_slip_leaves_what_was_typed_in_place(phone):
    add(phone, "Old Mill Bakery")
    phone.page.get_by_role("link", name="+ Opportunity").tap()
    phone.page.get_by_label("What they might buy").fill("Ovens")
    phone.page.get_by_label("Worth").fill("a lot")
    phone.page.get_by_role("button", name="Save").tap()
    expect(phone.page.locator("#opportunities .slip")).to_contain_text("in figures")
    expect(phone.page.get_by_label("Worth")).to_have_value("a lot")
    assert objections(phone.page) == []


def test_where_the_server_is_gone_what_was_typed_stays_and_is_sent_later(open_screen):
    screen = open_screen("/customers/", expected=("ERR_INTERNET_DISCONNECTED", "htmx:"))
    add(screen, "Brightwater Logistics")
    screen.page.get_by_role("link", name="+ Something else to sell").click()
    screen.page.get_by_label("What else could you sell?").fill("The depot in Leeds")
    screen.page.context.set_offline(True)
    screen.page.get_by_role("button", name="Save").click()
    expect(screen.page.get_by_role("alert")).to_contain_text("What you typed is still here")
    screen.page.context.set_offline(False)
    screen.page.get_by_role("button", name="Save").click()
    expect(screen.page.locator("#openings .rows")).to_contain_text("The depot in Leeds")


def test_without_javascript_all_of_it_works_too(open_screen):
    screen = open_screen("/customers/", java_script_enabled=False, width=375)
    page = screen.page
    add(screen, "Eden Mills")
    page.get_by_role("link", name="+ Person").click()
    page.get_by_label("Name").fill("Idris Cole")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#contacts")).to_contain_text("Idris Cole")
    page.get_by_role("link", name="Customers").last.click()
    page.get_by_label("Find a customer").fill("idr")
    page.get_by_role("button", name="Find").click()
    page.get_by_role("link", name="Idris Cole").click()
    expect(page.get_by_role("heading", name="Eden Mills")).to_be_visible()


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_axe_finds_nothing_on_the_pages_of_customers(open_screen, width, scheme):
    screen = open_screen("/customers/", width=width, color_scheme=scheme)
    add(screen, f"Fable Toys {scheme} {width}")
    own = [f"{screen.page.url}{form}" for form in ("", "contacts/", "opportunities/", "merge/")]
    for address in (*own, f"{screen.address}/customers/", f"{screen.address}/customers/stages/"):
        screen.page.goto(address)
        assert objections(screen.page) == []
        assert screen.page.evaluate("document.documentElement.scrollWidth") == width
