"""The demo office on a server, a device of each class, a complaint: what the proofs here look at."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from desk.models import new_id
from desk.sync import admin, joining
from tests.lan import OfficeLan
from tests.sync.rls.outsiders import Outsider

NOW = datetime(2026, 3, 13, 1, 0, tzinfo=UTC)
DEVICES = ("pamdal", "front_office", "kasubag", "leadership", "kiosk")

PERSONAL = {
    "staff": ("name", "nip"),
    "visits": ("name", "phone", "meets"),
    "applicants": ("name", "phone", "nik", "address", "email", "proxy_name"),
    "inbox_entries": ("sender", "contact"),
    "letters": ("signer_name", "addressee"),
    "deliveries": ("receiver", "to"),
    "fee_receipts": ("payer",),
    "appointments": ("name", "phone"),
    "announced_guests": ("name",),
}
"""Columns that name or reach a person."""

COMPLAINANT = {"name": "Siti Rahayu Pelapor", "phone": "0812-0000-9911", "address": "Jalan Saksi 9"}


@dataclass
class Network:
    """The demo office on a server, one device of each class, and a complaint."""

    lan: OfficeLan
    devices: dict[str, Outsider]
    complaint: dict[str, str]

    def staff(self, role: str) -> str:
        """Somebody who holds a role."""
        row = self.lan.admin.execute(
            "SELECT data ->> 'staff_id' FROM desk.office_row WHERE tbl = 'staff_roles' "
            "AND data ->> 'role' = %s",
            (role,),
        ).fetchone()
        assert row is not None
        return str(row[0])

    def personal(self) -> set[str]:
        """Every name, phone and number of a person in the office's data."""
        found: set[str] = set()
        for table, columns in PERSONAL.items():
            for column in columns:
                rows = self.lan.admin.execute(
                    "SELECT DISTINCT data ->> %s FROM desk.office_row WHERE tbl = %s AND face = ''",
                    (column, table),
                ).fetchall()
                found |= {value for (value,) in rows if value and len(value) > 4}
        companions = self.lan.admin.execute(
            "SELECT DISTINCT jsonb_array_elements_text((data ->> 'companion_names')::jsonb) "
            "FROM desk.office_row WHERE tbl = 'visits'"
        ).fetchall()
        return found | {name for (name,) in companions}

    def counts(self) -> list[tuple[Any, ...]]:
        """Rows of each table of the server."""
        tables = self.lan.admin.execute(
            "SELECT relname FROM pg_class WHERE relnamespace = 'desk'::regnamespace AND relkind = 'r'"
        ).fetchall()
        return [
            (
                name,
                self.lan.admin.execute(
                    f"SELECT count(*), md5(string_agg(t::text, '|')) FROM desk.{name} t"  # noqa: S608
                ).fetchone(),
            )
            for (name,) in sorted(tables)
        ]


def device(lan: OfficeLan, kind: str, label: str = "") -> Outsider:
    store = lan.new_store(label or kind.upper().replace("_", "-"))
    lan.ends.callback(store.close)
    joining.join(store, admin.enrol(lan.admin, lan.address, label or kind.upper().replace("_", "-"), kind))
    return Outsider(lan.cluster, lan.database, store)


def plant_complaint(lan: OfficeLan) -> dict[str, str]:
    """A complaint with everything that hangs on a case, made from a case of the demo office; its own ids."""
    rows = lan.admin.execute(
        "SELECT id FROM desk.office_row WHERE tbl = 'cases' AND face = '' AND id IN "
        "(SELECT data ->> 'case_id' FROM desk.office_row WHERE tbl = 'letters')"
    ).fetchall()
    of_case = str(rows[0][0])
    ids = {of_case: new_id()}
    copied = lan.admin.execute(
        "SELECT tbl, id, data FROM desk.office_row WHERE face = '' AND (id = %(id)s "
        "OR data ->> 'case_id' = %(id)s OR data ->> 'subject_id' IN "
        "(SELECT id FROM desk.office_row WHERE id = %(id)s OR data ->> 'case_id' = %(id)s)) "
        "ORDER BY tbl = 'cases' DESC, tbl = 'letters' DESC",
        {"id": of_case},
    ).fetchall()
    for _, row_id, _ in copied:
        ids.setdefault(row_id, new_id())
    for number, (table, row_id, data) in enumerate(copied):
        copy = {
            column: ids.get(value, value) if isinstance(value, str) else value
            for column, value in data.items()
        }
        own = {
            "cases": {"service": "pengaduan", "code": f"PENGADUAN{number:07}", "number": f"777/{number}/PGD"},
            "applicants": COMPLAINANT,
            "issued_numbers": {"scope": f"pengaduan/{number}", "text": f"777/{number}/PGD"},
        }.get(table, {})
        lan.admin.execute(
            "SELECT desk.put(%s, %s, 1, %s, NULL)", (table, ids[row_id], json.dumps(copy | own))
        )
    made = {table: ids[row_id] for table, row_id, _ in copied}
    for table, column in (("attachments", "name"), ("deliveries", "receiver"), ("inbox_entries", "sender")):
        row = {"id": new_id(), "case_id": ids[of_case], column: COMPLAINANT["name"]}
        lan.admin.execute("SELECT desk.put(%s, %s, 1, %s, NULL)", (table, row["id"], json.dumps(row)))
        made[table] = row["id"]
    assert {"cases", "applicants", "letters", "step_records", "issued_numbers"} <= made.keys()
    return made
