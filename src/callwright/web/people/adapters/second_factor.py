"""The second factor: its secrets are kept encrypted under the server's own key, and passkeys are named by device."""

from __future__ import annotations

import base64
import logging
import secrets
from typing import Any, Final

import qrcode  # type: ignore[import-untyped]
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.utils.encoding import force_bytes
from qrcode.image.svg import SvgPathImage  # type: ignore[import-untyped]

from callwright.web.people.adapters.account import SAID
from callwright.web.people.templatetags.people import browser

PURPOSE: Final = b"callwright second factor"

log = logging.getLogger("callwright.people")


class SecondFactor(DefaultMFAAdapter):  # type: ignore[misc]  # allauth ships no types for it
    """Callwright's own answers to allauth's second factor."""

    error_messages: Final = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": SAID["incorrect_code"],
        "unverified_email": "First open the link that shows that your address is yours.",
    }

    def encrypt(self, text: str) -> str:
        """The secret as it is stored."""
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The secret again; where the server's key is not the one it was stored under, one that no code fits."""
        try:
            return _box().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            log.warning("a second factor was stored under another secret key: its codes let nobody in")
            return base64.b32encode(secrets.token_bytes(20)).decode()

    def build_totp_svg(self, url: str) -> str:
        """The picture of the address, to stand in the page itself."""
        drawn = qrcode.make(url, image_factory=SvgPathImage).to_string(encoding="unicode")
        return str(drawn).replace("<svg ", '<svg role="img" aria-label="The secret of the app, as a picture" ', 1)

    def generate_authenticator_name(self, user: Any, type: Any) -> str:  # noqa: A002  as allauth calls it
        """What a new passkey is called until its owner says otherwise."""
        return browser(self.request.headers.get("user-agent", ""))


def _box() -> MultiFernet:
    """What seals and opens: with the secret key of now, and opens with those that were before."""
    return MultiFernet([_under(key) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])


def _under(key: str | bytes) -> Fernet:
    derived = HKDF(SHA256(), length=32, salt=None, info=PURPOSE).derive(force_bytes(key))
    return Fernet(base64.urlsafe_b64encode(derived))
