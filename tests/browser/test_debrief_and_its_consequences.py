"""In the car, after the call: what came of it in at most five touches, and what follows, each with one more."""

import pytest
from playwright.sync_api import expect

from tests.browser.screen import GONE
from tests.browser.test_every_screen import SMALLEST, objections

PHONE = {"width": 375, "height": 667, "has_touch": True, "is_mobile": True}
HELD = """
customer = a_customer(me, {name!r})
deal = an_opportunity(customer)
people = [a_contact(customer, "Dana Reyes", "CFO"), a_contact(customer, "Sam Cole", "IT lead")]
held = timezone.now() - dt.timedelta(hours={hours})
call = a_call(me, customer, starts=held, contacts=people[:{people}], opportunity=deal)
an_objective(call, "Find out who signs the contract at Northfield")
print(json.dumps(call.pk))
"""


TOUCHED = "button, select, textarea, input:not([type=hidden], [type=radio], [type=checkbox]), summary, .tap, .row a"
TOO_SMALL = f"""
() => [...document.querySelectorAll("{TOUCHED}")]
  .filter((one) => one.checkVisibility())
  .map((one) => [one.outerHTML.slice(0, 90), one.getBoundingClientRect()])
  .filter(([, box]) => box.height < {SMALLEST} || box.width < {SMALLEST})
  .map(([html]) => html)
"""


@pytest.fixture
def held(behind):
    """The address of the debrief of a call that was over an hour ago, with one objective."""

    def make(name="Northfield Foods", hours=2, people=1):
        return f"/calls/{behind(HELD.format(name=name, hours=hours, people=people))}/debrief/"

    return make


def came_of_it(page, words):
    """Taps what came of the first objective."""
    page.locator(".outcomes label.tap").filter(has_text=words).first.click()


class Thumb:
    """Counts what a person does."""

    def __init__(self, page):
        self.page, self.touches = page, 0

    def tap(self, words, kind="label.tap"):
        self.touches += 1
        self.page.locator(kind).filter(has_text=words).first.click()

    def write(self, label, words):
        """To touch a field and write in it counts once."""
        self.touches += 1
        self.page.get_by_label(label).first.fill(words)


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without"])
def test_one_objective_is_debriefed_in_at_most_five_touches(open_screen, held, scripts):
    page = open_screen(held(), java_script_enabled=scripts, **PHONE).page
    thumb = Thumb(page)
    thumb.tap("Accomplished")
    thumb.write("What shows it?", "She named the board")
    thumb.write("Next, the customer will …", "mail the contract")
    thumb.tap("tomorrow")
    if scripts:
        expect(page.locator("#proposal")).to_have_text("This looks like an advance: they act, with a date.")
    thumb.tap("Save", "button.go")
    expect(page.get_by_role("heading", name="What follows")).to_be_visible()
    expect(page.locator(".verdict")).to_contain_text("Advance")
    assert thumb.touches <= 5
    page.locator("#follows form").filter(has_text="The stage").get_by_role("button", name="Accept").click()
    expect(page.locator("#follows").get_by_text("Moved")).to_be_visible()
    page.locator("#follows form").filter(has_text="The next call").get_by_role("button", name="Accept").click()
    expect(page.locator("#follows").get_by_text("Planned")).to_be_visible()


def test_a_half_filled_debrief_outlives_a_server_that_is_gone(open_screen, held):
    screen = open_screen(held(), expected=GONE, **PHONE)
    page = screen.page
    page.route("**/*", lambda route: route.abort() if route.request.method == "POST" else route.fallback())
    came_of_it(page, "Partly")
    page.get_by_label("What shows it?").first.fill("She named two of three")
    page.get_by_text("money", exact=True).click()
    page.get_by_label("Money").fill("None left this year")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert").filter(has_text="cannot be reached")).to_be_visible()
    page.reload()
    expect(page.get_by_label("What shows it?").first).to_have_value("She named two of three")
    expect(page.get_by_label("Money")).to_have_value("None left this year")
    page.unroute("**/*")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".verdict")).to_contain_text("Continuation")
    expect(page.get_by_text("Partly: She named two of three")).to_be_visible()
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('callwright.debrief'))") == []


def test_what_went_wrong_is_said_where_the_thumb_is(open_screen, held, behind):
    address = held("Gone Ltd")
    page = open_screen(address, expected=("404", "Failed to load"), **PHONE).page
    came_of_it(page, "Partly")
    page.get_by_label("What shows it?").first.fill("She named two of three")
    behind(
        f"from callwright.web.calls.models import Call; Call.objects.get(pk={address.split('/')[2]}).delete(); print(0)"
    )
    page.get_by_role("button", name="Save").click()
    said = page.get_by_role("alert").filter(has_text="no longer there")
    expect(said).to_be_in_viewport()
    expect(page.get_by_label("What shows it?").first).to_have_value("She named two of three")


SHIFTS = """
() => { window.shifts = 0; new PerformanceObserver((list) => list.getEntries().forEach((one) => {
  window.shifts += one.hadRecentInput ? 0 : one.value; })).observe({ type: "layout-shift" }); }
"""


def test_the_day_that_is_written_is_shown_and_nothing_moves(open_screen, held):
    page = open_screen(held(), **PHONE).page
    page.evaluate(SHIFTS)
    came_of_it(page, "Accomplished")
    page.get_by_label("Next, the customer will …").first.press_sequentially("mail the contract by the 5th")
    expect(page.locator(".days .none").first).to_contain_text("as written")
    expect(page.locator("#proposal")).to_contain_text("an advance")
    assert page.evaluate("shifts") == 0


def test_what_was_accepted_is_taken_back_with_one_tap(open_screen, held):
    page = open_screen(held(), **PHONE).page
    came_of_it(page, "Not")
    page.get_by_role("button", name="Save").click()
    offer = page.locator("#follows form").filter(has_text="The next call")
    offer.get_by_role("button", name="Accept").click()
    offer.get_by_role("button", name="Undo").click()
    expect(offer.get_by_role("button", name="Accept")).to_be_visible()


def test_many_calls_are_cleared_in_two_touches(open_screen, held):
    held("First Waiting")
    page = open_screen("/calls/to-debrief/", **PHONE).page
    page.locator("label.check").filter(has_text="of them").or_(
        page.locator("label.check").filter(has_text="This one")
    ).first.click()
    answer = page.get_by_role("button", name="Nothing to record")
    expect(answer).to_be_in_viewport()
    answer.click()
    expect(page.get_by_role("status")).to_contain_text("cleared")
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("First Waiting").first).to_be_visible()


def test_what_was_begun_on_the_phone_goes_on_at_the_desk(open_screen, held):
    address = held()
    phone = open_screen(address, **PHONE).page
    came_of_it(phone, "Accomplished")
    # the answer to these words, and not the one to the tap before them
    with phone.expect_response(lambda said: "/so-far/" in said.url and "wrote" in (said.request.post_data or "")):
        phone.get_by_label("What shows it?").first.fill("She wrote it down")
    desk = open_screen(address).page
    expect(desk.get_by_label("What shows it?").first).to_have_value("She wrote it down")


def test_a_slip_is_named_and_all_is_still_there(open_screen, held):
    page = open_screen(held(), **PHONE).page
    page.get_by_label("Next, the customer will …").first.fill("mail the contract")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#slips")).to_contain_text("Tap what came of it.")
    expect(page.get_by_label("Next, the customer will …").first).to_have_value("mail the contract")
    came_of_it(page, "Not")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="What follows")).to_be_visible()


def test_a_promise_is_settled_with_one_tap_and_the_tap_taken_back(open_screen, held):
    screen = open_screen(held("Elm Works"), **PHONE)
    page = screen.page
    came_of_it(page, "Not")
    page.get_by_label("Next, the customer will …").first.fill("mail the data sheet")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".promise")).to_be_visible()
    page.goto(screen.address + "/calls/commitments/")
    promise = page.locator(".promise").filter(has_text="mail the data sheet").first
    promise.get_by_role("button", name="kept", exact=True).click()
    # the word of the state, and not one of the buttons that stand there until the answer has come
    expect(promise.get_by_text("Kept", exact=True)).to_be_visible()
    promise.get_by_role("button", name="Undo").click()
    expect(promise.get_by_role("button", name="late")).to_be_visible()


def test_by_keyboard_alone(open_screen, held):
    screen = open_screen(held())
    page = screen.page
    screen.tab_to("input[name$=outcome]")
    page.keyboard.press("Space")
    screen.tab_to("input[name$=evidence]")
    page.keyboard.type("She named the board")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="What follows")).to_be_visible()
    screen.tab_to("#follows button.yes")
    page.keyboard.press("Enter")
    expect(page.locator("#follows .settled").first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_and_all_can_be_touched(open_screen, held, width, scheme):
    address = held(people=2)
    screen = open_screen(address, width=width, height=720, color_scheme=scheme)
    page = screen.page

    def sound():
        assert objections(page) == []
        assert page.evaluate(TOO_SMALL) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width

    for fold in page.locator("details.fold > summary").all():
        if fold.is_visible():
            fold.click()
    sound()
    came_of_it(page, "Partly")
    page.get_by_label("Money").fill("None left this year, says Wolfeschlegelsteinhausenbergerdorffsen")
    page.get_by_label("Next, the customer will …").first.fill("mail the data sheet")
    page.locator(".days label.tap").filter(has_text="tomorrow").first.click()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="What follows")).to_be_visible()
    page.locator("#follows .fold summary").first.click()
    sound()
    for path in ("to-debrief", "commitments"):
        held()
        page.goto(f"{screen.address}/calls/{path}/")
        sound()
