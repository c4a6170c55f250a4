"""``python -m infoviz`` is the command ``infoviz``."""

from infoviz.cli import main

if __name__ == "__main__":
    main()
