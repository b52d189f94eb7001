"""Errors a user meets: one line that names the file or thing and the reason, never a traceback."""

from __future__ import annotations


class KgError(Exception):
    """A failure the user can act on. `str(error)` is the whole message; the command line exits with `exit_code`."""

    exit_code: int = 1

    def __init__(self, message: str, *, exit_code: int | None = None) -> None:
        super().__init__(message)
        if exit_code is not None:
            self.exit_code = exit_code


class UsageError(KgError):
    """The command was called wrongly (unknown query, parameter, format)."""

    exit_code = 2


class InputError(KgError):
    """One input cannot be used: `where` names it, `reason` says why. The rest of a run goes on."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"{where}: {reason}")
        self.where = where
        self.reason = reason
