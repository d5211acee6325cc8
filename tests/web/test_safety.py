"""The site keeps to itself: no other host, no script in a page, no name but this machine's, a key for one alone."""

import os
import re
import stat
import subprocess
import sys

import pytest

PAGES = ["/", "/check/", "/check/?example=need", "/rules/", "/rules/M01/", "/nowhere/"]


@pytest.mark.parametrize("path", PAGES)
def test_every_page_forbids_what_it_does_not_need(client, path):
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-frame-options"] == "DENY"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize("path", PAGES)
def test_no_page_holds_a_script_or_style_or_names_another_host(client, path):
    page = client.get(path).content.decode()
    assert not re.search(r"<style|<script(?![^>]*\bsrc=)|\bstyle=|\bon\w+=", page)
    assert not re.search(r'(?:src|href|action|hx-\w+)="(?:https?:)?//', page)


def test_another_name_for_this_machine_is_not_answered(client):
    assert client.get("/check/", headers={"host": "attacker.example"}).status_code == 400
    assert client.get("/check/", headers={"host": "localhost:8000"}).status_code == 200


def test_the_secret_key_is_for_its_owner_alone(prepared):
    assert stat.S_IMODE((prepared / "secret-key").stat().st_mode) == 0o600


def test_the_secret_key_stays_and_is_closed_again_where_it_was_opened(tmp_path):
    from callwright.web.home import secret_key

    key = secret_key(tmp_path)
    assert len(key) >= 50
    (tmp_path / "secret-key").chmod(0o644)
    assert secret_key(tmp_path) == key
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600


def test_django_finds_nothing_to_warn_of(tmp_path):
    command = [sys.executable, "-m", "callwright.web", "check", "--deploy", "--fail-level", "WARNING"]
    env = {**os.environ, "CALLWRIGHT_DATA": str(tmp_path)}
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_styles_and_scripts_may_be_kept_for_ever(client):
    [style] = re.findall(r'href="(/static/callwright/base\.\w+\.css)"', client.get("/check/").content.decode())
    assert "immutable" in client.get(style).headers["cache-control"]
    assert client.get("/check/").headers["cache-control"] == "private, no-cache"
