"""A bar on standard error for work that takes longer than a person waits without asking."""

import sys
from types import TracebackType
from typing import Never, Self

from tqdm import tqdm


class Progress:
    """Shows nothing for the first second, then a bar that counts the steps done.

    Parameters
    ----------
    steps
        How many steps there will be.
    """

    def __init__(self, steps: int) -> None:
        self._bar: tqdm[Never] = tqdm(
            total=steps,
            delay=1,
            file=sys.stderr,
            leave=False,
            mininterval=0,
            bar_format="{desc:<24}|{bar:30}| {n_fmt} of {total_fmt}",
        )

    def step(self, what: str) -> None:
        """Say what has been done."""
        self._bar.set_description_str(what, refresh=False)
        self._bar.update()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.close()
