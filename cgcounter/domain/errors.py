"""Everything that can go wrong in a way the program knows.

    CounterError                     has a stable code; words per code lie in resources/messages
    ├── RuleBrokenError              a rule of the field says no; the clerk can act
    ├── NotFoundError                what was asked for is not here
    └── EnvironmentProblemError      disk, printer, key, file: the machine, not the clerk

A bug is a plain exception and goes to the crash report. ``str(error)`` is the code and the names of its
fields, never their values: logs and crash files hold no personal data.
"""

from __future__ import annotations

from typing import ClassVar


class CounterError(Exception):
    """The root: carries a code and the fields that its words mention."""

    code: ClassVar[str] = "counter_error"

    def __init__(self, **fields: str | int) -> None:
        super().__init__(self.code)
        self.fields = fields

    def __str__(self) -> str:
        return f"{self.code}({', '.join(self.fields)})" if self.fields else self.code


class RuleBrokenError(CounterError):
    """A rule of the field forbids this; nothing was changed."""

    code = "rule_broken"


class NotFoundError(CounterError):
    """Nothing here bears that name, number or code."""

    code = "not_found"


class EnvironmentProblemError(CounterError):
    """The machine or its surroundings do not allow this now."""

    code = "environment_problem"
