"""A plain check starts without Typer and does exactly what Typer would have it do; all else is left to Typer."""

import subprocess
import sys

import pytest
import typer.main
from hypothesis import given
from hypothesis import strategies as st

from callwright.cli.app import app
from callwright.cli.plain import FLAGS, SWITCHES, plain_check
from callwright.cli.run import run

LEFT_TO_TYPER = {"--input", "--output", "--column", "--help"}
VALUES = [
    "needs", "decision", "nonsense", "30", "1", "0", "1441", "030", "9999999", "3.5", "phone", "fax", "CFO",
    "Dana (IT)", "2027-03-31", "2027-3-1", "soon", "json", "text", "best", "fast", "", "-", "--", "-x", "--nonsense",
]  # fmt: skip
flags = st.sampled_from([*FLAGS, *SWITCHES, *LEFT_TO_TYPER])
words = st.one_of(
    st.sampled_from(["Get the order", "-", "", "Learn who signs"]),
    flags,
    st.sampled_from(VALUES),
    st.tuples(flags, st.sampled_from(VALUES)).map("=".join),
)
pairs = st.tuples(st.sampled_from(list(FLAGS)), st.sampled_from(VALUES)).map(list) | words.map(lambda word: [word])


@pytest.fixture(scope="module")
def asked():
    """What the engine was asked for, by whichever way."""
    seen = []
    with pytest.MonkeyPatch.context() as patched:
        for place in ("callwright.cli.answering.answer", "callwright.cli.checking.answer"):
            patched.setattr(place, lambda texts, call, **how: seen.append((list(texts), call, how)) or 0)
        yield seen


@given(st.lists(pairs, max_size=6).map(lambda found: [word for some in found for word in some]))
def test_whatever_is_plain_is_what_typer_understands(asked, given_words):
    command = ["check", "Close the deal", *given_words]
    if plain_check(command) is None:
        return
    asked.clear()
    with pytest.raises(SystemExit, match="0"):
        run(command)
    app(command, standalone_mode=False)
    plainly, fully = asked
    assert plainly == fully


def test_every_flag_of_check_is_read_plainly_or_left_to_typer_on_purpose():
    check = typer.main.get_command(app).commands["check"]
    options = {name for param in check.params for name in (*param.opts, *param.secondary_opts) if name[:1] == "-"}
    assert options | {"--help"} == {*FLAGS, *SWITCHES, *LEFT_TO_TYPER}


@pytest.mark.parametrize(
    "words",
    [
        [], ["check"], ["check", "--help"], ["check", "Close", "--stage", "soon"], ["check", "Close", "--stage"],
        ["check", "Close", "--minutes", "0"], ["check", "Close", "--", "-x"], ["check", "--input", "in.csv"],
        ["improve", "Close"], ["--version"],
    ],
)  # fmt: skip
def test_what_is_not_plain_is_left_to_typer(words):
    assert plain_check(words) is None


@pytest.mark.parametrize("format_", ["json", "text"])
def test_a_plain_check_loads_neither_typer_nor_what_it_needs(format_, tmp_path):
    script = (
        "import sys\nfrom callwright.cli.run import run\n"
        f"try: run(['check', 'Close the deal', '--format', {format_!r}])\n"
        "except SystemExit: sys.stderr.write(' '.join(name.split('.')[0] for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True)
    heavy = {"typer", "pydantic", "django", *({"rich"} if format_ == "json" else ())}
    assert done.stdout
    assert heavy.isdisjoint(done.stderr.split())
