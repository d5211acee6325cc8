"""Django's own commands with Callwright's settings: `python -m callwright.web check --deploy`."""

import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "callwright.web.settings")
execute_from_command_line(["callwright.web", *sys.argv[1:]])
