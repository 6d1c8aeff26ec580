"""What can go wrong while a paper is made."""


class DocumentError(Exception):
    """Base of every error a paper raises."""


class DoesNotFitError(DocumentError):
    """The content is higher than its one page, even at the smallest allowed size."""

    def __init__(self, paper: str, over: float) -> None:
        super().__init__(f"{paper}: {over:.0f} points too high for one page")
        self.paper = paper
        self.over = over


class IncompleteFactsError(DocumentError):
    """A paper was asked for without a fact it cannot do without."""

    def __init__(self, paper: str, missing: str) -> None:
        super().__init__(f"{paper}: {missing} is missing")
        self.paper = paper
        self.missing = missing


class UnreadableScanError(DocumentError):
    """A kept picture or PDF cannot be opened."""

    def __init__(self, title: str) -> None:
        super().__init__(f"{title}: the scan cannot be opened")
        self.title = title
