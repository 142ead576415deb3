"""Starts cgcounter; see ``main.py --help``."""

import sys

from cgcounter.app.main import main

if __name__ == "__main__":
    sys.exit(main())
