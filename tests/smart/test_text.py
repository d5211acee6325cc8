"""What can be judged, and what is refused with a message that a person can act on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from callwright.smart import NotEnglish, TextRefused
from callwright.smart.reading import read
from callwright.smart.text import LONGEST, prepare

CORPUS = Path(__file__).parents[2] / "corpus"

FOREIGN = [
    "Den Kunden dazu bringen, den Vertrag zu unterschreiben.",
    "Ich möchte einen zweiten Termin mit dem Leiter vereinbaren.",
    "Obtenir un rendez-vous avec le directeur financier.",
    "Conseguir que el cliente firme el contrato hoy.",
    "Ottenere un secondo incontro con il direttore.",
    "Conseguir uma reunião com o diretor financeiro.",
    "Een afspraak maken met de directeur voor volgende week.",
    "Umówić spotkanie z dyrektorem finansowym.",
    "Få kunden att skriva på avtalet före fredag.",
    "Müşterinin sözleşmeyi imzalamasını sağlamak.",
    "Saada asiakas allekirjoittamaan sopimus.",
    "Договориться о встрече с директором.",
    "Να κλείσω ραντεβού με τον διευθυντή.",
    "الحصول على توقيع العقد",
    "לקבל חתימה על החוזה",
    "अनुबंध पर हस्ताक्षर करवाना",
    "与客户签订合同",
    "契約書にサインをもらう",
    "계약서에 서명 받기",
]

TERSE = [
    "PO signed Fri",
    "Close him",
    "Acme",
    "xqzvv",
    "Sinéad O'Brien",
    "Müller GmbH, order",
    "La Roche: yes or no",
    "Dr. van der Berg: demo date",
    "Get the señor to sign",
    "Book demo Lopez de la Cruz",
    "De la Torre, contract",
    "Luis y Ana de la Vega sign",
    "👍 close",
    "𝐂𝐥𝐨𝐬𝐞 the deal",
]


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "!!! ???", "12 500", "👍👍", "\x00\x00"])
def test_a_text_without_words_is_refused(text: str) -> None:
    with pytest.raises(TextRefused) as refusal:
        prepare(text)
    assert not isinstance(refusal.value, NotEnglish)
    assert "Write what you want" in str(refusal.value)


def test_the_longest_text_is_read_and_one_character_more_is_refused() -> None:
    line = "Get the buyer to sign the order. "
    longest = (line * (LONGEST // len(line) + 1))[:LONGEST]
    assert prepare(longest) == longest
    with pytest.raises(TextRefused, match="10,001"):
        prepare(longest + "x")


@pytest.mark.parametrize("text", FOREIGN)
def test_a_plain_sentence_in_another_language_is_refused(text: str) -> None:
    with pytest.raises(NotEnglish, match="I read English only"):
        prepare(text)


@pytest.mark.parametrize("text", TERSE)
def test_terse_notes_and_names_are_read(text: str) -> None:
    assert prepare(text) == text


def test_no_training_line_is_refused() -> None:
    paths = sorted((CORPUS / "train").glob("*.jsonl"))
    texts = {json.loads(line)["text"] for path in paths for line in path.read_text(encoding="utf-8").splitlines()}
    assert len(texts) > 2000
    assert {text for text in texts if prepare(text) != text} == set()


@given(st.text(max_size=2000))
@settings(max_examples=200)
def test_any_text_gives_a_reading_or_a_clear_refusal(text: str) -> None:
    try:
        prepared = prepare(text)
    except TextRefused as refusal:
        assert str(refusal).endswith(".") or "English" in str(refusal)
        return
    assert read(prepared).text == text


@pytest.mark.parametrize(
    "text", ["get \ud800 the order", "get\x00the order", "\u202eredro eht teg", "g\u0301e\u0301t it"]
)
def test_broken_characters_do_no_harm(text: str) -> None:
    assert read(prepare(text)).text == text
