"""A PC's files and programs, as far as setting up a server touches them."""

import os
import shutil
import subprocess
from pathlib import Path

from desk.files import write_whole
from desk.sync.errors import SyncError


class CommandFailedError(SyncError):
    """A program that sets the server up has failed."""

    code = "command_failed"
    sentence = "Penyiapan server gagal."


class Machine:
    """This PC; ``root`` is where its file system begins, elsewhere only in tests."""

    def __init__(self, root: Path = Path("/")) -> None:
        self.root = root

    def at(self, path: Path) -> Path:
        """Where a path of the PC lies."""
        return self.root / path.relative_to(path.anchor)

    def read(self, path: Path) -> bytes | None:
        """The content of a file; None where there is none."""
        try:
            return self.at(path).read_bytes()
        except FileNotFoundError:
            return None

    def write(self, path: Path, content: bytes, mode: int = 0o644, owner: str = "") -> None:
        """Write a file as a whole, with its folders; ``owner``: an account of the PC, where root writes."""
        place = self.at(path)
        place.parent.mkdir(parents=True, exist_ok=True)
        write_whole(place, content, mode)
        place.chmod(mode)
        if owner and not os.geteuid():
            shutil.chown(place, owner, owner)

    def folder(self, path: Path, mode: int) -> None:
        """Make a folder that only some may enter."""
        self.at(path).mkdir(parents=True, exist_ok=True)
        self.at(path).chmod(mode)

    def exists(self, path: Path) -> bool:
        """Whether there is a file or folder."""
        return self.at(path).exists()

    def listed(self, folder: Path, pattern: str) -> list[Path]:
        """Paths of the PC that fit a pattern under a folder."""
        return [Path("/") / path.relative_to(self.root) for path in sorted(self.at(folder).glob(pattern))]

    def has(self, program: str) -> bool:
        """Whether a program is installed."""
        return shutil.which(program) is not None

    def succeeds(self, *words: str) -> bool:
        """Whether a program that only looks says yes."""
        return self._run(words).returncode == 0

    def run(self, *words: str) -> None:
        """Run a program.

        Raises:
            CommandFailedError: it says no.
        """
        done = self._run(words)
        if done.returncode:
            raise CommandFailedError(f"({' '.join(words)}: {' '.join(done.stderr.split())})")

    def _run(self, words: tuple[str, ...]) -> "subprocess.CompletedProcess[str]":
        try:
            return subprocess.run(  # noqa: S603 - words of our own
                words, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False
            )
        except OSError as error:
            raise CommandFailedError(f"({words[0]}: {error.strerror})") from error
