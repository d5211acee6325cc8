"""The WSGI application, for `callwright serve` and for any other WSGI server."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "callwright.web.settings")
application = get_wsgi_application()
