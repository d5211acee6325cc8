"""The page and, for htmx, the parts of it that change: the verdict while the line is typed, then answers to tap."""

from __future__ import annotations

from typing import Any, Final

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST
from django.views.decorators.vary import vary_on_headers
from django_htmx.middleware import HtmxDetails

from callwright.web.checking.examples import EXAMPLES, example
from callwright.web.checking.forms import LineForm, usual
from callwright.web.checking.queries import Rewriting, choices_for, rewritten, team, verdict_on
from callwright.web.checking.verdict import CLOSED

OWN: Final = "own-"
"""How the names of the fields for an answer in one's own words begin; the criterion follows."""


class Request(HttpRequest):
    """A request as django-htmx's middleware hands it on."""

    htmx: HtmxDetails


@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_headers("HX-Request")
def line(request: Request) -> HttpResponse:
    """The line, what is known of its call, and the verdict. A post asks and changes nothing on the server."""
    form = LineForm(request.POST or _first(request))
    typed = form.line()
    rewriting = _rewriting(request.POST, form)
    if rewriting is not None:
        form = LineForm({**request.POST.dict(), "text": rewriting.text})
    context = {"form": form, "rewriting": rewriting, **_undo(request.POST, typed, rewriting), **_verdict(request, form)}
    if request.htmx:
        return render(request, "checking/answer.html", context)
    return render(request, "checking/page.html", {**context, "choices": choices_for(form)})


@require_POST
def choices(request: HttpRequest) -> HttpResponse:
    """Answers to tap for each question about the line, each to be put in its place."""
    return render(request, "checking/choices.html", {"choices": choices_for(LineForm(request.POST))})


def _first(request: HttpRequest) -> dict[str, Any]:
    """What the form holds before anything is typed: the team's usual call, or the example that was asked for."""
    chosen = example(request.GET.get("example", ""))
    return {**usual(team()), **chosen.known, "text": chosen.text} if chosen else dict(usual(team()))


def _rewriting(posted: QueryDict, form: LineForm) -> Rewriting | None:
    """The new line where an answer was given or taken back."""
    if "undo" in posted:
        return Rewriting(posted.get("before", ""))
    answers = _answers(posted)
    return rewritten(form, answers) if answers else None


def _answers(posted: QueryDict) -> dict[str, str]:
    """The answer that was tapped, or those in the rep's own words once a button is pressed."""
    criterion, _, tapped = posted.get("answer", "").partition(":")
    if tapped:
        return {criterion: tapped}
    if "answer" not in posted and "check" not in posted:
        return {}
    own = {name.removeprefix(OWN): str(words) for name, words in posted.items() if name.startswith(OWN)}
    return {name: words for name, words in own.items() if words.strip()}


def _undo(posted: QueryDict, typed: str, rewriting: Rewriting | None) -> dict[str, str]:
    """The line to go back to: the one before the last answer, as long as what that made of it stands unedited."""
    if "undo" in posted:
        return {}
    if rewriting is not None:
        return {"before": typed, "after": rewriting.text} if rewriting.text != typed else {}
    unedited = typed and typed == LineForm({"text": posted.get("after", "")}).line()
    return {"before": posted.get("before", ""), "after": typed} if unedited else {}


def _verdict(request: HttpRequest, form: LineForm) -> dict[str, Any]:
    looked_at = _looked_at(request.POST)
    return {"verdict": verdict_on(form, looked_at), "looked_at": looked_at, "examples": EXAMPLES}


def _looked_at(posted: QueryDict) -> str:
    """The tile whose reason the rep unfolded; a second press folds it away; an answer moves on to the next question."""
    if "answer" in posted or "undo" in posted:
        return ""
    kept, pressed = posted.get("look", ""), posted.get("open", "")
    return CLOSED if pressed and pressed == posted.get("shown") else pressed or kept
