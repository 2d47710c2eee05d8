"""Names and figures on the command line that would silently mean something else: an empty one, and one that is no number."""

from __future__ import annotations

from math import isnan
from typing import Any

import click


class Name(click.types.StringParamType):
    """A name of a file or a revision; an empty one, as of a variable that is not set, is a usage error."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if not value:
            self.fail("a name without a letter; is a variable empty that should hold one?", param, ctx)
        return super().convert(value, param, ctx)


class Share(click.FloatRange):
    """A number from 0 to 1; nan, which is in no range and outside of none, is a usage error."""

    def __init__(self) -> None:
        super().__init__(0, 1)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        found: float = super().convert(value, param, ctx)
        if isnan(found):
            self.fail(f"{value} is not in the range 0<=x<=1.", param, ctx)
        return found


NAME, SHARE = Name(), Share()
