"""Reads what tests look for out of a page."""

import html
import re


def tiles(page: str) -> dict[str, str]:
    """Each letter's word, by the name of its criterion: 'met', 'not yet', 'close call' or nothing."""
    found = re.findall(r'name="open" value="(\w+)".*?class="word">(.*?)</span>', page, re.DOTALL)
    return dict(found)


def unfolded(page: str) -> list[str]:
    """The criteria whose reason is to be seen."""
    return re.findall(r'value="(\w+)"\s+aria-expanded="true"', page)


def reason(page: str, name: str) -> str:
    """The text behind one letter."""
    section = re.search(rf'id="why-{name}".*?</section>', page, re.DOTALL)
    assert section, f"no reason for {name}"
    return plain(section[0])


def marked(page: str) -> list[tuple[str, str, str]]:
    """The marked stretches: words, what they speak against, what they speak for."""
    found = re.findall(r'<mark data-against="(.*?)" data-favours="(.*?)">(.*?)</mark>', page, re.DOTALL)
    return [(html.unescape(words), against, favours) for against, favours, words in found]


def line_shown(page: str) -> str:
    """The whole text beneath the marks."""
    [shown] = re.findall(r'<p class="marked".*?>(.*?)</p>', page, re.DOTALL)
    return html.unescape(re.sub(r"</?mark.*?>", "", shown))


def typed(page: str) -> str:
    """What stands in the field."""
    fields = re.findall(r"(<textarea.*?>)\n?(.*?)</textarea>", page, re.DOTALL)
    named = [text for tag, text in fields if 'id="text"' in tag]
    [text] = named or [text for _, text in fields]
    return html.unescape(text)


def taps(page: str) -> list[str]:
    """The answers that can be tapped, as the form sends them."""
    return [html.unescape(value) for value in re.findall(r'class="tap" name="answer" value="(.*?)"', page)]


def plain(page: str) -> str:
    """The words of a page."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", page)).split())
