"""Writes a new revision: ``python -m desk.store.migrations.make "what it changes and why"``."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any, Literal

import sqlalchemy as sa
import sqlcipher3.dbapi2 as sqlcipher
from alembic.autogenerate import produce_migrations, render_python_code

from desk.store.migrations import HEAD, run

_MODULE = '''"""{message}"""

import sqlalchemy as sa
import sqlcipher3.dbapi2 as sqlcipher
from alembic import op

revision = "{revision}"
down_revision = {down}
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the change."""
    {body}
'''


def main(arguments: list[str]) -> int:
    """Compare the models with the newest revision and write what is missing; exit status."""
    if len(arguments) != 1 or not arguments[0].strip():
        sys.stderr.write('usage: python -m desk.store.migrations.make "what it changes and why"\n')
        return 2
    message = arguments[0].strip().rstrip(".") + "."
    versions = Path(__file__).parent / "versions"
    number = f"{int(HEAD) + 1:04d}" if any(versions.glob("0*.py")) else "0001"
    slug = "_".join(re.findall(r"[a-z0-9]+", message.lower())[:6])
    path = versions / f"{number}_{slug}.py"
    down = "None" if number == "0001" else f'"{HEAD}"'
    path.write_text(
        _MODULE.format(message=message, revision=number, down=down, body=body()), encoding="utf-8"
    )
    subprocess.run([sys.executable, "-m", "ruff", "format", "--quiet", str(path)], check=True)  # noqa: S603
    sys.stdout.write(f"{path.name} written; set HEAD = {number!r}, DERIVED = {run.derived_fingerprint()!r}\n")
    return 0


def body() -> str:
    """The operations that bring the newest revision to the models, as Python."""
    engine = sa.create_engine("sqlite://", module=sqlcipher, poolclass=sa.StaticPool)
    with engine.begin() as connection:
        if any((Path(__file__).parent / "versions").glob("0*.py")):
            run.revise(connection)
        context = run.comparison(connection)
        operations = produce_migrations(context, run.METADATA).upgrade_ops
        if operations is None:
            raise ValueError("nothing to compare")
        return render_python_code(operations, render_as_batch=True, render_item=_frozen_type)


def _frozen_type(kind: str, item: Any, _: Any) -> str | Literal[False]:
    """Write a decorated type as the plain one it keeps, so that a revision does not follow the code."""
    if kind == "type" and isinstance(item, sa.types.TypeDecorator):
        return f"sa.{item.impl_instance!r}"
    return False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
