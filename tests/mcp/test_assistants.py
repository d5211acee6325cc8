"""An AI assistant gets the engine's verdicts: by the protocol's own client, over both ways of reaching the server."""

import json
import signal
import socket
import subprocess
import sys
import time

import anyio
import pytest
from mcp.client.stdio import StdioServerParameters

from callwright.smart import CRITERIA
from mcp import Client

WEAK = "Get the CFO more comfortable with the pilot"
STRONG = "The CFO agrees to a two-week pilot starting 1 December"
CALL = {"stage": "evaluation", "minutes": 30, "attendees": ["CFO", "IT lead"]}
COMMAND = ["-m", "callwright", "mcp"]


def by_stdio():
    return StdioServerParameters(command=sys.executable, args=COMMAND)


@pytest.fixture(scope="module")
def by_http():
    """The address of a server that runs as `callwright mcp --http` does."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen([sys.executable, *COMMAND, "--http", "--port", str(port)], stderr=subprocess.DEVNULL)
    for _ in range(600):
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.1)
    yield f"http://127.0.0.1:{port}/mcp"
    process.send_signal(signal.SIGINT)
    process.wait(30)


@pytest.fixture(params=["stdio", "http"])
def asking(request):
    """What comes back when a client is asked to do something."""
    where = by_stdio() if request.param == "stdio" else request.getfixturevalue("by_http")

    def ask(what, *given, **named):
        async def once():
            async with Client(where) as client:
                return await getattr(client, what)(*given, **named)

        return anyio.run(once)

    return ask


@pytest.fixture
def told(asking):
    """The data that a tool answers with."""

    def call(name, **given):
        answer = asking("call_tool", name, given)
        assert not answer.is_error, answer
        assert json.loads(answer.content[0].text) == answer.structured_content
        return answer.structured_content

    return call


def test_it_offers_three_tools_that_say_what_they_take(asking):
    tools = {tool.name: tool for tool in asking("list_tools").tools}
    assert set(tools) == {"check", "improve", "suggest"}
    assert all(tool.description for tool in tools.values())
    call = tools["check"].input_schema["$defs"]["KnownOfCall"]["properties"]
    assert set(call) == {"stage", "minutes", "first_meeting", "channel", "attendees", "product", "today"}


def test_a_line_gets_the_verdict_of_the_contract(told):
    from callwright import Call, assess

    weak, strong = told("check", texts=[WEAK, STRONG], call=CALL)["verdicts"]
    assert strong == {"id": "2", **assess(STRONG, Call(**CALL)).to_dict()}
    assert (weak["smart"], strong["smart"]) == (False, True)
    assert set(weak["criteria"]) == set(CRITERIA)


def test_a_text_without_a_verdict_says_why_and_costs_the_others_nothing(told):
    german = "Der Finanzchef stimmt einem zweiwöchigen Pilotversuch ab dem ersten Dezember schriftlich zu"
    first, second = told("check", texts=[german, STRONG])["verdicts"]
    assert "English" in first["error"]
    assert second["smart"]


def test_a_weak_line_is_mended_with_the_users_answers(told):
    asked = told("improve", text=WEAK, call=CALL)
    assert asked["improved"] is None
    answers = {question["criterion"]: question["choices"][0] for question in asked["questions"]}
    mended = told("improve", text=WEAK, call=CALL, answers=answers)
    assert mended["check"]["smart"], mended["improved"]


def test_what_is_suggested_passes(told):
    texts = [one["text"] for one in told("suggest", call=CALL)["suggestions"]]
    assert len(texts) >= 3
    assert all(one["smart"] for one in told("check", texts=texts, call=CALL)["verdicts"])


@pytest.mark.parametrize(
    ("name", "given", "says"),
    [
        ("check", {"texts": [STRONG], "call": {"stage": "warm"}}, "introduction"),
        ("check", {"texts": []}, "at least 1 item"),
        ("check", {"texts": [STRONG], "call": {"today": "tomorrow"}}, "today"),
        ("improve", {"text": WEAK, "answers": {"clever": "yes"}}, "clever"),
    ],
)
def test_a_slip_comes_back_in_words(asking, name, given, says):
    answer = asking("call_tool", name, given)
    assert answer.is_error
    assert says in answer.content[0].text


def test_the_rules_can_be_read(asking):
    [book] = asking("list_resources").resources
    text = asking("read_resource", str(book.uri)).contents[0].text
    code = text.split()[1]
    assert f"# {code} " in asking("read_resource", f"callwright://rules/{code}").contents[0].text


def test_a_prompt_plans_the_next_call(asking):
    assert [prompt.name for prompt in asking("list_prompts").prompts] == ["plan_my_next_call"]
    said = asking("get_prompt", "plan_my_next_call", {"customer": "Northfield Foods"}).messages[0].content.text
    assert "Northfield Foods" in said
    assert "`suggest`" in said


def test_it_stays_on_this_machine():
    done = subprocess.run([sys.executable, *COMMAND, "--http", "--host", "0.0.0.0"], capture_output=True, text=True,
                          check=False, timeout=120)  # fmt: skip
    assert done.returncode == 2
    assert "nobody signs in here" in done.stderr
