"""What makes the site stay on a device: manifest, service worker and the page for when there is no network."""

import json
import re


def test_the_manifest_names_the_product_and_its_icons(client):
    answer = client.get("/manifest.webmanifest")
    assert answer.headers["Content-Type"] == "application/manifest+json"
    said = answer.json()
    assert (said["name"], said["start_url"], said["scope"], said["display"]) == ("Callwright", "/", "/", "standalone")
    assert {"192x192", "512x512"} <= {icon["sizes"] for icon in said["icons"]}
    assert "maskable" in {icon["purpose"] for icon in said["icons"]}


def test_each_icon_is_there_in_the_size_that_is_said(client):
    for icon in client.get("/manifest.webmanifest").json()["icons"]:
        picture = b"".join(client.get(icon["src"]))
        if icon["type"] == "image/png":
            size = f"{int.from_bytes(picture[16:20])}x{int.from_bytes(picture[20:24])}"
            assert size == icon["sizes"]


def test_the_service_worker_reaches_every_page_and_is_looked_up_each_time(client):
    answer = client.get("/service-worker.js")
    assert answer.headers["Content-Type"].startswith("text/javascript")
    assert answer.headers["Cache-Control"] == "no-cache"
    assert "worker-src 'self'" in answer.headers["Content-Security-Policy"]
    assert "manifest-src 'self'" in answer.headers["Content-Security-Policy"]


def test_all_that_it_keeps_is_there(client, me):
    known = json.loads(re.search(r"const known = (.*);", client.get("/service-worker.js").content.decode())[1])
    for path in [known["offline"], *known["parts"]]:
        assert client.get(path).status_code == 200, path


def test_a_brief_needs_nothing_beside_what_is_kept(client, me):
    from tests.web.cast import a_call, an_objective

    call = a_call(me)
    an_objective(call)
    known = client.get("/service-worker.js").content.decode()
    page = client.get(f"/calls/{call.pk}/brief/").content.decode()
    needed = re.findall(r'<(?:link rel="stylesheet" href|script src)="(.*?)"', page)
    assert needed
    assert [path for path in needed if path not in known] == []
