"""A standard told as rich text of the panel: headings, lettered lines, assumptions in italics."""

from html import escape

from desk.standards.model import Standard
from desk.standards.told import StandardTold, Told, decree_line

ASSUMED = "Asumsi: "


def standard_html(words: StandardTold) -> str:
    """The whole standard of a service."""
    lead = (
        f"<h2>{escape(words.name)}</h2><p>{escape(words.description)}<br>Menurut {escape(words.decree)}.</p>"
    )
    parts = "".join(_part(number, part) for number, part in enumerate(words.parts, start=1))
    return lead + _assumed(words.assumed) + parts


def pledge_html(standard: Standard) -> str:
    """The maklumat pelayanan; a sentence where the standard has no words for it."""
    if not standard.pledge:
        return "<p>Standar kantor ini belum memuat bunyi maklumat pelayanan.</p>"
    names = [one.name for one in standard.services.values()]
    reaches = f"<p>Menurut {escape(decree_line(standard))}, untuk:</p>{_list(names, '1')}"
    noted = (standard.pledge_note,) if standard.pledge_note else ()
    return f"<h2>Maklumat Pelayanan</h2>{_list(standard.pledge, '1')}{reaches}{_assumed(noted)}"


def _part(number: int, part: Told) -> str:
    lines = (
        _list(part.lines, "a") if part.numbered else "".join(f"<p>{escape(one)}</p>" for one in part.lines)
    )
    return f"<h3>{number}. {escape(part.title)}</h3>{lines}{_assumed(part.assumed)}"


def _list(lines: tuple[str, ...] | list[str], kind: str) -> str:
    return f"<ol type='{kind}'>{''.join(f'<li>{escape(one)}</li>' for one in lines)}</ol>"


def _assumed(lines: tuple[str, ...]) -> str:
    return "".join(f"<p><i>{ASSUMED}{escape(one)}</i></p>" for one in lines)
