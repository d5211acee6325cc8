"""`python -m callwright` is the `callwright` command."""

from callwright.cli import main

if __name__ == "__main__":
    main()
