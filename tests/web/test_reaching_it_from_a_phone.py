"""From a phone: by a proxy or tunnel on this machine that speaks https, under names that the environment gives."""

import http.client
import os
import re
import signal
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured

from callwright.web.hosts import served_under, trusted
from tests.web.test_serving import COMMAND

NAME = "calls.example.org"


@pytest.fixture(scope="module")
def proxied(tmp_path_factory):
    """A server before which a proxy would stand; gives what the proxy gets for a path."""
    env = {
        **os.environ,
        "CALLWRIGHT_DATA": str(tmp_path_factory.mktemp("data")),
        "CALLWRIGHT_HOSTS": NAME,
        "PYTHONUNBUFFERED": "1",
    }
    process = subprocess.Popen([sys.executable, "-c", COMMAND], stdout=subprocess.PIPE, text=True, env=env)
    said = process.stdout.readline()
    port = int(re.search(r"http://127\.0\.0\.1:(\d+)", said)[1])

    def get(path="/welcome/", host=NAME, scheme="https"):
        asked = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        asked.request("GET", path, headers={"Host": host, "X-Forwarded-Proto": scheme} if scheme else {"Host": host})
        return asked.getresponse()

    get.said = said
    yield get
    process.send_signal(signal.SIGINT)
    process.wait(10)


def test_it_says_under_which_name_it_is(proxied):
    assert f"https://{NAME}" in proxied.said


def test_the_phone_gets_its_page_and_is_told_to_stay_with_https(proxied):
    answer = proxied()
    assert answer.status == 200
    assert "max-age=31536000" in answer.headers["Strict-Transport-Security"]
    cookies = answer.headers.get_all("Set-Cookie")
    assert cookies
    assert all("Secure" in cookie for cookie in cookies)


@pytest.mark.parametrize("scheme", ["http", None])
def test_without_https_the_phone_is_sent_to_it(proxied, scheme):
    answer = proxied(scheme=scheme)
    assert answer.status == 301
    assert answer.headers["Location"] == f"https://{NAME}/welcome/"


@pytest.mark.parametrize("host", ["127.0.0.1", "attacker.example", f"x.{NAME}"])
def test_other_names_are_not_answered(proxied, host):
    assert proxied(host=host).status == 400


def test_django_finds_nothing_to_warn_of_there_either(tmp_path):
    command = [sys.executable, "-m", "callwright.web", "check", "--deploy", "--fail-level", "WARNING"]
    env = {**os.environ, "CALLWRIGHT_DATA": str(tmp_path), "CALLWRIGHT_HOSTS": NAME}
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_on_loopback_alone_nobody_is_believed_who_says_https(client):
    assert "Strict-Transport-Security" not in client.get("/welcome/", headers={"x-forwarded-proto": "https"}).headers


@pytest.mark.parametrize(
    "said", ["*", "https://calls.example.org", "calls example", "calls.example.org:443", ".example.org"]
)
def test_what_is_no_plain_name_is_refused(said):
    with pytest.raises(ImproperlyConfigured, match="takes names as in"):
        served_under({"CALLWRIGHT_HOSTS": said})


def test_who_asks_is_taken_from_the_proxy_alone():
    said = {"x-forwarded-proto", "x-forwarded-for"}
    named = {"CALLWRIGHT_HOSTS": NAME, "CALLWRIGHT_PROXY": "10.0.0.5"}
    assert trusted(named) == {"trusted_proxy": "10.0.0.5", "trusted_proxy_count": 1, "trusted_proxy_headers": said}
    assert trusted({"CALLWRIGHT_HOSTS": NAME})["trusted_proxy"] == "*"
    assert trusted({"CALLWRIGHT_PROXY": "10.0.0.5"}) == {}


def test_a_slip_in_a_name_is_said_in_words_when_the_server_starts(tmp_path):
    env = {**os.environ, "CALLWRIGHT_HOSTS": "*"}
    command = [sys.executable, "-m", "callwright", "serve", "--port", "0", "--data", str(tmp_path)]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 2
    assert "CALLWRIGHT_HOSTS takes names" in done.stderr
    assert "Traceback" not in done.stderr
