#!/bin/sh
# Prints the path of a Chromium for the browser tests: $CHROMIUM, one on PATH, or Debian's, which root may install here.
set -eu
find_one() {
    for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
        if [ -n "$name" ] && command -v "$name"; then return 0; fi
    done
    return 1
}
if find_one; then exit 0; fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends chromium; } >&2
    find_one
    exit
fi
echo "The browser tests need a Chromium. Debian: 'sudo apt-get install chromium'. Elsewhere: install Chromium or Chrome" >&2
echo "and name it, as in 'CHROMIUM=/path/to/chrome make test'." >&2
exit 1
