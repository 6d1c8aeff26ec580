"""Letters, the staged control before signature, and the ekspedisi book (R4, R9)."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Row
from desk.models.types import Ref


class Letter(Row):
    """An outgoing letter of a case.

    ``kind`` is the paper it prints as (a key of the standard's ``letters``),
    ``state`` ``draft``, ``submitted``, ``signed`` or ``void``. The number is given at signature, never
    before. ``position`` is the line above the name (``Ketua,``, ``Plh. Ketua,``). ``extension_id`` is the
    extension a notice (``perpanjangan``) tells of; ``part`` whose paper it is where a service issues one for
    each (an intern, an electoral district). Both are empty for answers.
    """

    __tablename__ = "letters"

    case_id: Mapped[Ref] = mapped_column(sa.ForeignKey("cases.id"), index=True)
    kind: Mapped[str]
    state: Mapped[str] = mapped_column(default="draft")
    subject: Mapped[str]
    addressee: Mapped[str]
    body: Mapped[str]
    nature: Mapped[str] = mapped_column(default="Biasa")
    enclosures: Mapped[str] = mapped_column(default="")
    copies_to: Mapped[list[str]] = mapped_column(default=list)
    signer_role: Mapped[str]
    number: Mapped[str] = mapped_column(default="")
    dated: Mapped[date | None]
    signed_at: Mapped[datetime | None]
    signer_id: Mapped[Ref | None]
    signer_name: Mapped[str] = mapped_column(default="")
    signer_nip: Mapped[str] = mapped_column(default="")
    position: Mapped[str] = mapped_column(default="")
    mandate_id: Mapped[Ref | None]
    written_by: Mapped[Ref]
    extension_id: Mapped[Ref | None] = mapped_column(index=True)
    part: Mapped[str] = mapped_column(default="")


class Control(Row):
    """One stage of the staged internal control (pengawasan berjenjang): a paraf or a return (R9)."""

    __tablename__ = "controls"

    case_id: Mapped[Ref] = mapped_column(sa.ForeignKey("cases.id"), index=True)
    letter_id: Mapped[Ref | None]
    role: Mapped[str]
    staff_id: Mapped[Ref]
    at: Mapped[datetime]
    verdict: Mapped[str]
    note: Mapped[str] = mapped_column(default="")


class Delivery(Row):
    """A row of the ekspedisi book: what was handed over, how, to whom, against whose signature.

    ``way`` is ``pickup``, ``courier``, ``post``, ``email``, ``whatsapp`` or another channel; ``number`` the
    row's number in the book; ``signature`` the sha256 of the drawn signature's PNG among the attachments,
    empty when it was signed on paper or sent electronically.
    """

    __tablename__ = "deliveries"

    case_id: Mapped[Ref] = mapped_column(sa.ForeignKey("cases.id"), index=True)
    letter_id: Mapped[Ref | None]
    number: Mapped[str]
    at: Mapped[datetime]
    way: Mapped[str]
    content: Mapped[str]
    to: Mapped[str]
    receiver: Mapped[str]
    proxy: Mapped[bool] = mapped_column(default=False)
    power_of_attorney: Mapped[bool] = mapped_column(default=False)
    signed_on_paper: Mapped[bool] = mapped_column(default=False)
    signature: Mapped[str] = mapped_column(default="")
    remark: Mapped[str] = mapped_column(default="")
    staff_id: Mapped[Ref]
