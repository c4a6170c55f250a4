"""``infoviz`` and ``python -m infoviz``: the command, from its first import to its exit code.

A command makes little garbage, but pandas makes hundreds of thousands of objects that stay, and Python looks through
them dozens of times while it loads and once more before it ends: together nearly a third of what ``import pandas``
costs. So it is told to look far less often, and not at all on the way out.
"""

import gc

gc.set_threshold(100_000, 50, 50)

from infoviz import cli  # noqa: E402 - after the line above on purpose


def main() -> None:
    """Run the command line."""
    try:
        cli.main()
    finally:
        gc.freeze()


if __name__ == "__main__":
    main()
