"""The addresses of the people of an organization."""

from django.urls import path

from callwright.web.people.views import inviting, joining, leaving, members, opening, sharing, sso, teams, you

urlpatterns = [
    path("", members.people, name="people"),
    path("open/", opening.open_door, name="open-door"),
    path("found/", opening.found, name="found-organization"),
    path("you/", you.you, name="you"),
    path("switch/", you.switch, name="switch"),
    path("single-sign-on/", sso.single_sign_on, name="single-sign-on"),
    path("invite/", inviting.invite, name="invite"),
    path("invitations/<int:key>/withdraw/", inviting.withdraw, name="withdraw"),
    path("letters/", inviting.letters, name="letters"),
    path("letters/<int:key>/handed-on/", inviting.handed_on, name="handed-on"),
    path("join/<str:secret>/", joining.join, name="join"),
    path("teams/", teams.teams, name="teams"),
    path("teams/<int:key>/", teams.team, name="team"),
    path("teams/<int:key>/remove/", teams.remove, name="remove-team"),
    path("sharing/<int:key>/", sharing.sharing, name="sharing"),
    path("sharing/<int:key>/<int:share>/end/", sharing.end, name="end-share"),
    path("<int:key>/", members.member, name="member"),
    path("<int:key>/password/", members.password, name="member-password"),
    path("<int:key>/second-factor/", members.second_factor, name="member-second-factor"),
    path("<int:key>/hand-over/", leaving.hand_over, name="hand-over"),
    path("<int:key>/leave/", leaving.leave, name="leave"),
    path("<int:key>/back/", leaving.back, name="bring-back"),
]
