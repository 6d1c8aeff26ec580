"""Why a paper cannot be made, in one sentence each."""

from desk.rules.errors import DeskError


class PaperUnknownError(DeskError):
    """No paper of that kind is made here, or not in that size."""

    code = "paper_unknown"


class SubjectMissingError(DeskError):
    """What the paper is about is not (or no longer) there."""

    code = "subject_missing"


class PaperRefusedError(DeskError):
    """The paper cannot be made of what is known so far, or is not for these eyes."""

    code = "paper_refused"
