"""The office this store belongs to: its profile and the settings that are facts of the office (P11)."""

from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Row


class Office(Row):
    """The one office of a store.

    ``level`` is ``kabupaten``, ``kota`` or ``provinsi``; ``zone`` an IANA name; ``hours`` the service hours
    as ``desk.rules.calendar.ServiceHours.from_dict`` reads them; ``settings`` the office's choices by name
    (typeface, paper, number patterns, signer of information letters).
    """

    __tablename__ = "offices"

    name: Mapped[str]
    short_name: Mapped[str]
    level: Mapped[str]
    standard: Mapped[str]
    zone: Mapped[str]
    city: Mapped[str]
    address: Mapped[str]
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    website: Mapped[str] = mapped_column(default="")
    region_code: Mapped[str] = mapped_column(default="")
    hours: Mapped[dict[str, Any]]
    settings: Mapped[dict[str, Any]] = mapped_column(default=dict)
