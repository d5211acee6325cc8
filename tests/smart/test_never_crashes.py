"""Whatever somebody pastes, the answer is a verdict that can be shown or a refusal that can be acted on."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from callwright import Assessment, Call, TextRefused, assess
from callwright.smart import CHANNELS, CRITERIA, STAGES
from callwright.smart.lexicon.store import TOPICS, table, words_of
from callwright.smart.reading import read
from callwright.smart.rules import findings
from callwright.smart.text import LONGEST

CORPUS = Path(__file__).parents[2] / "corpus"
LINES = [json.loads(row)["text"] for row in (CORPUS / "train" / "05.jsonl").read_text(encoding="utf-8").splitlines()]
WORDS = sorted({word for line in LINES for word in line.split()})

MAIL = """From: "Dana Okafor" <dana@example.com>
To: sales@example.com
Subject: RE: FW: Thursday 10:30 – agenda?

Hi both,

> On 12 Nov, you wrote:
>> Could we (a) see the pump run, (b) have Raj sign off the trial & (c) agree a date by EOD Friday?

Yes to (a) and (b); for (c) I'd need our CFO. PO#4711 is still open, w/ 15% to come.

Best,
Dana
--
This message is confidential…\u200b\ufeff
"""
AWKWARD = {
    "nothing": "",
    "spaces": " \t\u00a0\u2003",
    "a superscript": "²",
    "superscripts among words": "get 10² of them to sign the ² ½ ⅷ ٣ order",
    "letters that become several": "ﬁnd out ℡ ŉ ẞ İ ǅ ﷺ who signs",
    "null bytes": "get\x00 her to sign\x00",
    "only null bytes": "\x00\x00",
    "half a surrogate pair": "get \ud800 to sign \udfff",
    "only half a pair": "\ud83d",
    "emoji": "Get 👩🏽‍💼 to sign 📝 by 🗓️ 🇬🇧",
    "only emoji": "🙂👩‍👩‍👧‍👦",
    "right to left": "احصل على توقيع العميل على العقد",
    "turned around": "\u202etsisni dna\u202c get the order \u2066x\u2069",
    "another script": "请客户签署合同",
    "stacked accents": "a\u0301" * 500 + " get the order",
    "control codes": "".join(map(chr, range(32))) + "get the order\x7f\x85\u2028\u2029",
    "private and unassigned": "\ue000 get the order \U0010ffff \U000e0041",
    "a template": "{words} %s {0} get {the!r} order $(id) \\N{SNOWMAN} ${jndi}",
    "markup": "<script>alert('get the order')</script> [red]&amp;[/] **sign**",
    "punctuation": "?!.,;:()-–—…'\"“”‘’",
    "one letter": "I",
    "cut off after an article": "Make the",
    "a whole mail": MAIL,
    "mails that answer mails": (MAIL * 100)[:LONGEST],
}
LONG = [
    "a", "get ", "w/ ", "(", "1) ", "if not ", "x\n", "’s ", "é", "a\u0301", "👩‍💼 ", "zqxwv ", "£1,2",
    "get her to ", "\x00a",
]  # fmt: skip
"""What a text of the greatest length is filled with."""

any_character = st.characters(exclude_categories=())
"""Half surrogate pairs included, which `st.text` leaves out by itself."""
any_text = st.text(any_character, max_size=300)
words_and_worse = st.lists(st.sampled_from(WORDS) | st.text(any_character, max_size=5), max_size=40).map(" ".join)
texts = st.one_of(words_and_worse, any_text)
calls = st.builds(
    Call,
    stage=st.none() | st.sampled_from(STAGES),
    minutes=st.none() | st.integers(1, 1440),
    first_meeting=st.none() | st.booleans(),
    channel=st.none() | st.sampled_from(CHANNELS),
    attendees=st.lists(st.sampled_from(["CFO", "Dana (IT lead)", "{who}"]) | any_text, max_size=3).map(tuple),
)


def answered(text: str, call: Call | None = None, engine: str = "best") -> Assessment | TextRefused:
    """The answer, after everything in it has been looked at."""
    try:
        verdict = assess(text, call, engine=engine)
    except TextRefused as refusal:
        assert str(refusal).endswith(".")
        return refusal
    hold(verdict)
    return verdict


def hold(verdict: Assessment) -> None:
    """Holds what docs/reference/output.md promises of any verdict."""
    whole = json.loads(json.dumps(verdict.to_dict(), allow_nan=False))
    assert list(whole["criteria"]) == list(CRITERIA)
    assert whole["objectives"] >= 1
    assert whole["minutes_needed"] >= 1
    for name in CRITERIA:
        criterion = verdict.criteria[name]
        assert 0.5 <= criterion.confidence <= 1
        assert criterion.met or any(finding.question for finding in criterion.against)
        for finding in criterion.findings:
            assert finding.message
            if finding.start is not None:
                assert 0 <= finding.start < finding.end <= len(verdict.text)
                assert finding.utf16_span(verdict.text) is not None


@pytest.mark.parametrize("engine", ["best", "fast"])
@pytest.mark.parametrize("name", AWKWARD)
def test_an_awkward_text_is_answered(name: str, engine: str) -> None:
    answered(AWKWARD[name], Call(minutes=30, attendees=("CFO",)), engine)


@pytest.mark.parametrize("unit", LONG)
def test_the_longest_text_is_answered(unit: str) -> None:
    answered((unit * LONGEST)[:LONGEST])


def test_a_character_more_than_the_longest_is_refused() -> None:
    assert isinstance(answered("a" * (LONGEST + 1)), TextRefused)


def test_a_whole_mail_gets_a_verdict() -> None:
    assert isinstance(answered(MAIL), Assessment)


def test_a_superscript_alone_is_refused_and_among_words_it_is_read() -> None:
    assert isinstance(answered("²"), TextRefused)
    assert isinstance(answered(AWKWARD["superscripts among words"]), Assessment)


def explained(text: str) -> None:
    """Reads a text and lets every rule look at it."""
    if text.strip():
        findings(read(text), Call(stage="needs", minutes=45, attendees=("Receptionist",)))


def test_a_line_is_read_however_far_it_is_typed() -> None:
    for line in LINES:
        words = line.split(" ")
        for end in range(len(words)):
            explained(" ".join(words[:end]))
            explained(" ".join(words[end:]))


SIGNS = [",", ".", "?", ":", "(", "-", "and", "to", "3", "30%", "£5", "w/", "Dana", "Dana's", "’s", "1)", "\n"]


def phrases(each: int | None) -> list[str]:
    """So many phrases of every group of the lexicon; all of them for None."""
    groups = [group for topic in TOPICS for group in table(topic).values()]
    return [phrase for group in groups for phrase in words_of(group["words"])[:each]]


def test_any_two_kinds_of_phrase_stand_beside_each_other() -> None:
    kinds = [*phrases(1), *SIGNS]
    for one, other in product(kinds, kinds):
        explained(f"{one} {other}")


@pytest.mark.long
def test_every_phrase_stands_before_and_after_every_kind_of_small_word() -> None:
    small = [words_of(group["words"])[0] for group in table("grammar").values()] + SIGNS
    for phrase, word in product(phrases(None), small):
        explained(f"{phrase} {word}")
        explained(f"{word} {phrase}")


# Explaining a failure traces every line that runs, the weights being read included.
QUICKLY = (Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink)


@settings(max_examples=60, phases=QUICKLY, suppress_health_check=[HealthCheck.too_slow])
@given(texts, calls)
def test_any_text_in_any_call_is_answered(text: str, call: Call) -> None:
    answered(text, call)


@pytest.mark.long
@pytest.mark.parametrize("engine", ["best", "fast"])
@settings(max_examples=3000, phases=QUICKLY, suppress_health_check=[HealthCheck.too_slow])
@given(texts, calls)
def test_any_text_in_any_call_is_answered_however_many_are_tried(engine: str, text: str, call: Call) -> None:
    answered(text, call, engine)
