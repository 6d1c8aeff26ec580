"""What choosing a standard means, in pairs of label and words."""

from typing import TYPE_CHECKING

from desk.ui.words import full_day

if TYPE_CHECKING:
    from desk.standards.model import Standard

_KEPT = "Permohonan yang sudah terbuka tetap memakai standarnya; yang baru memakai standar ini."


def standard_pairs(chosen: "Standard", now: "Standard") -> list[tuple[str, str]]:
    """``chosen`` as it is in force today, held against the one gone by ``now``."""
    ends = [one.short_name for slug, one in now.services.items() if slug not in chosen.services]
    begins = [one.short_name for slug, one in chosen.services.items() if slug not in now.services]
    same = chosen.id == now.id
    return [
        ("Keputusan", f"{chosen.decree.issued_by} Nomor {chosen.decree.number}"),
        ("Tentang", chosen.decree.title),
        ("Berlaku sejak", full_day(chosen.valid_from)),
        ("Layanan", "\n".join(one.short_name for one in chosen.services.values())),
        ("Layanan baru", "" if same else "\n".join(begins)),
        ("Tidak dibuka lagi", "" if same else "\n".join(ends)),
        ("Yang terbuka", "" if same else _KEPT),
    ]
