"""Base of every error that Desk names, with a code for programs and one sentence for people."""

from typing import ClassVar


class DeskError(Exception):
    """Something Desk could not do, said in one sentence.

    ``code`` is stable and short, for tests, logs and ``--json``; ``message`` is the sentence shown. Where it
    speaks Indonesian, ``english`` says the same for the command line and logs.
    """

    code: ClassVar[str] = "desk_error"
    english: str = ""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message
