"""The command line: parse, call the library, print.

With ``--json`` exactly one JSON document goes to standard output; messages go to standard error. Exit
codes: 0 done, 1 the input is at fault, 2 the call is.
"""

from typing import Any

import click

from infoviz.cli import reading, serving, writing
from infoviz.cli.options import Refusal, refusal
from infoviz.errors import InfovizError, NotSaved, UnknownEvent, UnknownField


class Commands(click.Group):
    """The commands; whatever the library refuses becomes one line and exit code 1."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except (UnknownField, UnknownEvent) as error:
            raise click.UsageError(str(error)) from error
        except NotSaved as error:
            raise refusal(error) from error
        except InfovizError as error:
            raise Refusal(str(error)) from error


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="infoviz")
def main() -> None:
    """Your informational interviews, from your own spreadsheet, honestly counted.

    Point a command at the tracker you already have: xlsx, xlsm or csv, or ods, xls, xlsb to read only.
    """


for command in (*reading.COMMANDS, *writing.COMMANDS, *serving.COMMANDS):
    main.add_command(command)
