"""Invented facts of reports over a span of time."""

from datetime import date
from typing import Any

from desk.documents.facts import ComplaintReportFacts, CountTable, SignerFacts
from desk.services.complaint_report import COLUMNS

from . import samples


def _line(place: int) -> tuple[str, ...]:
    known = (f"{place:03d}/PM/III/2026", "13 Maret 2026", "Laporan", "WhatsApp")
    return (*known, "Magang", "Pengawasan internal", "18 Maret 2026", "Selesai tepat waktu", "Terbukti")


def complaints(count: int = 2, **changes: Any) -> ComplaintReportFacts:
    """A half-year with so many complaints."""
    facts: dict[str, Any] = {
        "period": "Semester I 2026",
        "first": date(2026, 1, 1),
        "last": date(2026, 6, 30),
        "due": date(2026, 7, 14),
        "as_of": samples.at(14, 30),
        "received": count,
        "carried": 3,
        "in_time": 1,
        "late": 4,
        "still_open": 6,
        "overdue": 5,
        "withdrawn": 7,
        "tables": (
            CountTable(title="Saluran", rows=(("WhatsApp", count),)),
            CountTable(title="Jalan menurut telaah", rows=(("Pengawasan internal", count),)),
            CountTable(title="Penyelesaian", rows=(("Selesai tepat waktu", 1),)),
        ),
        "columns": COLUMNS,
        "lines": tuple(_line(place) for place in range(1, count + 1)),
        "measures": (("001/PM/III/2026", "Magang", "Teguran tertulis", "SK 4/2026", "20 Maret 2026"),),
        "author": SignerFacts(position="Tim Pengelola Pengaduan Masyarakat,", name="Laras Puspita"),
        "approver": SignerFacts(position="Plh. Sekretaris,", name="Hendra Kusuma", nip="197305111999031901"),
    }
    return ComplaintReportFacts(**(facts | changes))
