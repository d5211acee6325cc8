"""Settings that hold for every test."""

import os

from hypothesis import settings

# Times vary on a shared machine: a slow example is no failure. What hypothesis tries is the same on every run in CI.
settings.register_profile("steady", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("steady")
