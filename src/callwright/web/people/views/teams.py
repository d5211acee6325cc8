"""Teams."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from callwright.web.accounts.models import Team
from callwright.web.accounts.queries import MemberRequest
from callwright.web.people.actions.organizing import remove_team
from callwright.web.people.asking import for_admins, row_or_404
from callwright.web.people.forms.organizing import Naming
from callwright.web.people.queries.members import teams as teams_of


@require_http_methods(["GET", "HEAD", "POST"])
@for_admins
def teams(request: MemberRequest) -> HttpResponseBase:
    """The teams and who is in them; a post adds one."""
    form = Naming(request.POST or None)
    if request.method == "POST" and form.keep(by=request.member):
        return redirect("teams")
    return render(request, "people/teams.html", {"teams": teams_of(request.member), "form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@for_admins
def team(request: MemberRequest, key: int) -> HttpResponseBase:
    """One team: another name for it."""
    one = row_or_404(Team.objects.of(request.member), key)
    form = Naming(request.POST or None, initial={"name": one.name})
    if request.method == "POST" and form.keep(by=request.member, team=one):
        return redirect("teams")
    return render(request, "people/team.html", {"team": one, "form": form})


@require_POST
@for_admins
def remove(request: MemberRequest, key: int) -> HttpResponseBase:
    """Takes a team away; its members stay."""
    one = row_or_404(Team.objects.of(request.member), key)
    remove_team(team=one, by=request.member)
    messages.info(request, f"{one.name} is no team any more; its members stay.")
    return redirect("teams")
