"""How people sign in, from the environment: by password, passkey, or an identity provider of their own.

CALLWRIGHT_SIGN_IN=yes           everybody signs in (always so beyond loopback; without it, once the door was opened)
CALLWRIGHT_SIGN_UP=open          whoever reaches the server may found an organization; else one comes by invitation
CALLWRIGHT_OIDC_URL              the issuer of an OpenID Connect provider, as in https://login.example.com
CALLWRIGHT_OIDC_ID, CALLWRIGHT_OIDC_SECRET    what the provider knows this server by
CALLWRIGHT_OIDC_NAME             what its button says; by default "single sign-on"
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django.core.exceptions import ImproperlyConfigured

from callwright.web.mail import YES, mail_settings

SHORTEST_PASSWORD: Final = 12
"""Characters. OWASP ASVS 5 asks for eight at least and recommends fifteen; common ones are refused beside."""

JOINING: Final = {"join": "30/m/ip"}
"""How often an address may look at invitations, as allauth writes its own limits."""

COUNTS: Final = "people_counts"
"""The table of what was tried too often."""
MOST_COUNTS: Final = 100_000

PROVIDER: Final = "oidc"
"""By this name the provider stands in addresses: /accounts/oidc/oidc/login/callback/."""

OIDC: Final = ("CALLWRIGHT_OIDC_URL", "CALLWRIGHT_OIDC_ID", "CALLWRIGHT_OIDC_SECRET")


def asked(env: Mapping[str, str], name: str) -> bool:
    """Whether the environment says yes to `name`."""
    return env.get(name, "").lower() in YES


def counts_kept(*, in_database: bool) -> dict[str, Any]:
    """Where is counted what was tried too often: in the server's memory or, for several servers, in their database.

    There is room for so many counts that a flood of new ones does not push out those that hold somebody back.
    """
    room = {"OPTIONS": {"MAX_ENTRIES": MOST_COUNTS}}
    if in_database:
        return {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": COUNTS, **room}
    return {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", **room}


def sign_in_settings(env: Mapping[str, str]) -> dict[str, Any]:
    """Django's and allauth's settings for signing in. Raises ImproperlyConfigured for half a provider."""
    mailed = bool(mail_settings(env)["EMAIL_HOST"])
    return {
        "LOGIN_URL": "account_login",
        "LOGIN_REDIRECT_URL": "today",
        "AUTHENTICATION_BACKENDS": ["allauth.account.auth_backends.AuthenticationBackend"],
        "AUTH_PASSWORD_VALIDATORS": PASSWORDS,
        "ACCOUNT_ADAPTER": "callwright.web.people.adapters.account.Adapter",
        "ACCOUNT_SIGNUP_FORM_CLASS": "callwright.web.people.forms.signing_up.SignUp",
        "ACCOUNT_USER_DISPLAY": str,
        "ACCOUNT_LOGIN_METHODS": {"email"},
        "ACCOUNT_SIGNUP_FIELDS": ["email*", "password1*"],
        # Without a mail server nobody can show that an address is theirs; then an invitation is what lets people in.
        "ACCOUNT_EMAIL_VERIFICATION": "mandatory" if mailed else "none",
        "ACCOUNT_LOGIN_ON_EMAIL_CONFIRMATION": True,  # in the browser that signed up, and no other
        "ACCOUNT_EMAIL_NOTIFICATIONS": True,
        "ACCOUNT_EMAIL_SUBJECT_PREFIX": "",
        "ACCOUNT_CHANGE_EMAIL": True,
        "ACCOUNT_SESSION_REMEMBER": True,
        "ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE": False,
        # Whoever asks for a link is told the same whether or not somebody has that address; strangers get no mail.
        "ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS": False,
        # What lets people in is changed by those alone who have just shown who they are.
        "ACCOUNT_REAUTHENTICATION_REQUIRED": True,
        "SOCIALACCOUNT_REAUTHENTICATION_REQUIRED": True,
        "MFA_ADAPTER": "callwright.web.people.adapters.second_factor.SecondFactor",
        "MFA_SUPPORTED_TYPES": ["totp", "webauthn", "recovery_codes"],
        "MFA_PASSKEY_LOGIN_ENABLED": True,
        "MFA_TOTP_ISSUER": "Callwright",
        # Browsers allow passkeys over plain http on this machine alone.
        "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN": not env.get("CALLWRIGHT_HOSTS"),
        "SOCIALACCOUNT_PROVIDERS": {"openid_connect": {"APPS": _provider(env), "OAUTH_PKCE_ENABLED": True}},
        "SOCIALACCOUNT_ADAPTER": "callwright.web.people.adapters.single_sign_on.SingleSignOn",
        # The operator chose the provider: an address that it calls verified is that of the person here.
        "SOCIALACCOUNT_EMAIL_AUTHENTICATION": True,
        "SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT": True,
        "SOCIALACCOUNT_STORE_TOKENS": False,
        "SOCIALACCOUNT_LOGIN_ON_GET": False,
    }


PASSWORDS: Final = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": SHORTEST_PASSWORD},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]


def _provider(env: Mapping[str, str]) -> list[dict[str, Any]]:
    """The one provider that the environment names, as allauth takes it; none where it names none."""
    said = {name: env.get(name, "") for name in OIDC}
    if not any(said.values()):
        return []
    missing = [name for name, value in said.items() if not value]
    if missing:
        raise ImproperlyConfigured(f"single sign-on needs {' and '.join(missing)} beside what is set")
    url, key, secret = (said[name] for name in OIDC)
    return [
        {
            "provider_id": PROVIDER,
            "name": env.get("CALLWRIGHT_OIDC_NAME") or "single sign-on",
            "client_id": key,
            "secret": secret,
            "settings": {"server_url": url, "fetch_userinfo": True},
        }
    ]
