"""The addresses of the people of an organization, which one person alone has no use for."""

PAGES = {
    # name of the route: (address, queries)
    "people": ("/people/", 9),
    "you": ("/people/you/", 5),
    "invite": ("/people/invite/", 4),
    "letters": ("/people/letters/", 4),
    "teams": ("/people/teams/", 6),
    "team": ("/people/teams/{team}/", 4),
    "member": ("/people/{member}/", 9),
    "hand-over": ("/people/{member}/hand-over/", 8),
    "leave": ("/people/{member}/leave/", 8),
    "sharing": ("/people/sharing/{customer}/", 11),
    "join": ("/people/join/{secret}/", 4),
}

PRESSED = {
    "found-organization": "/people/found/",
    "single-sign-on": "/people/single-sign-on/",
    "switch": "/people/switch/",
    "withdraw": "/people/invitations/{invitation}/withdraw/",
    "handed-on": "/people/letters/{letter}/handed-on/",
    "remove-team": "/people/teams/{team}/remove/",
    "end-share": "/people/sharing/{customer}/{share}/end/",
    "member-password": "/people/{member}/password/",
    "member-second-factor": "/people/{member}/second-factor/",
    "bring-back": "/people/{member}/back/",
}
