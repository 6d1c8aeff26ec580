"""Reads standards from a folder of TOML files, fills in what they inherit, refuses what it does not know."""

import dataclasses
import tomllib
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, get_args, get_type_hints

import msgspec

from desk.rules.errors import DeskError
from desk.rules.intake import Requirement
from desk.rules.workflow import Flow, Step
from desk.standards.model import Service, Standard

OWN = "standards"
"""Where an office's own standards lie inside its data folder."""

Place = tuple[str, str, str]
"""Service, flow, step."""


class StandardError(DeskError):
    """A standard that cannot be used, naming file, service and key."""

    code = "standard_error"

    def __init__(self, file: str, problem: str, service: str = "", key: str = "") -> None:
        super().__init__(": ".join(filter(None, [file, service, key, problem])))
        self.file = file
        self.service = service
        self.key = key
        self.problem = problem


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class Standards:
    """All standards of a folder, by id. What is worked out from them is kept for the object (it hashes by
    identity)."""

    by_id: Mapping[str, Standard]

    def get(self, standard_id: str) -> Standard:
        """The standard of that id.

        Raises:
            StandardError: there is none; the message lists those there are.
        """
        found = self.by_id.get(standard_id)
        if found is None:
            raise StandardError(standard_id, f"no such standard; there are: {', '.join(sorted(self.by_id))}")
        return found

    def current(self, chosen: str, day: date) -> Standard:
        """What an office that chose a standard goes by on a day: the newest version of its series in force
        then; before the first, the one chosen.

        Raises:
            StandardError: there is none of that id.
        """
        standard = self.get(chosen)
        begun = any(one.series == standard.series and one.valid_from <= day for one in self.by_id.values())
        return self.on(day, standard.series) if begun else standard

    def places(self, fits: Callable[[Flow, Step], bool]) -> frozenset[Place]:
        """Service, flow and step of everything that fits, under whatever standard."""
        return frozenset(
            (slug, flow.id, step.id)
            for standard in self.by_id.values()
            for slug, service in standard.services.items()
            for flow in service.flows.values()
            for step in flow.steps
            if fits(flow, step)
        )

    def in_force(self, day: date) -> tuple[Standard, ...]:
        """The version of each series in force on a day, by id: what a new office may choose from."""
        begun = {one.series for one in self.by_id.values() if one.valid_from <= day}
        return tuple(sorted((self.on(day, series) for series in begun), key=lambda one: one.id))

    def on(self, day: date, series: str) -> Standard:
        """The newest version of a series that is in force on a day.

        Raises:
            StandardError: none was in force yet.
        """
        versions = [one for one in self.by_id.values() if one.series == series and one.valid_from <= day]
        if not versions:
            raise StandardError(series, f"no version is in force on {day.isoformat()}")
        return max(versions, key=lambda one: one.valid_from)


def load_standards(folder: Path, data: Path | None = None) -> Standards:
    """Every ``*.toml`` of a folder as a standard; the file's name is the id. With the folder of an office's
    ``data`` also the office's own, in ``standards`` there: copies, amended, or heirs of those that ship.

    Raises:
        StandardError: a file cannot be read, a key is unknown, missing or of the wrong type, a base is
        unknown or circular, an id is taken.
    """
    raw = {path.stem: _read(path) for path in sorted(folder.glob("*.toml"))}
    for path in sorted((data / OWN).glob("*.toml")) if data is not None else ():
        if path.stem in raw:
            raise StandardError(path.name, "a standard of this name ships with Desk; give yours another name")
        raw[path.stem] = _read(path)
    return Standards({name: _build(name, _offered(name, raw)) for name in raw})


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise StandardError(path.name, f"cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise StandardError(path.name, f"not readable as TOML: {error}") from error


def _offered(name: str, raw: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    """The whole table of a standard with those services only that ``offers`` names, in its order."""
    table = _resolved(name, raw, ())
    services, offers = table.get("services", {}), table.get("offers", [])
    if not offers or not isinstance(services, dict) or not isinstance(offers, list):
        return table
    own = raw[name].get("services", {})
    for slug in own:
        if slug not in offers:
            raise StandardError(_file(name), "stands here but is not offered", service=slug, key="offers")
    for slug in offers:
        if str(slug) not in services:
            raise StandardError(_file(name), f"no service {slug}", key="offers")
    return table | {"services": {slug: services[slug] for slug in offers}}


def _resolved(name: str, raw: Mapping[str, dict[str, Any]], heirs: tuple[str, ...]) -> dict[str, Any]:
    """The raw table with everything of its bases underneath."""
    own = raw[name]
    base = own.get("base", "")
    if not base:
        return own
    if base in (*heirs, name):
        raise StandardError(_file(name), f"circular base {base}", key="base")
    if base not in raw:
        raise StandardError(_file(name), f"unknown base {base}", key="base")
    inherited = {
        key: value
        for key, value in _resolved(base, raw, (*heirs, name)).items()
        if key not in {"series", "id"}
    }
    return _merged(inherited, own)


def _merged(under: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """Tables are merged key by key; lists and values of ``over`` replace those of ``under``."""
    merged = dict(under)
    for key, value in over.items():
        below = merged.get(key)
        nested = isinstance(below, dict) and isinstance(value, dict)
        merged[key] = _merged(below or {}, value) if nested else value
    return merged


def _build(name: str, table: dict[str, Any]) -> Standard:
    raw_services = table.get("services", {})
    if not isinstance(raw_services, dict):
        raise StandardError(_file(name), "must be a table", key="services")
    services = {slug: _service(name, slug, raw) for slug, raw in raw_services.items()}
    whole = {"id": name, "series": name, **table, "services": services}
    try:
        return msgspec.convert(whole, Standard)
    except msgspec.ValidationError as error:
        problem, key = _located(error)
        raise StandardError(_file(name), problem, key=key) from error


def _service(name: str, slug: str, raw: Any) -> Service:
    if not isinstance(raw, dict):
        raise StandardError(_file(name), "must be a table", service=slug)
    flows = raw.get("flows", {})
    if not isinstance(flows, dict) or not all(isinstance(flow, dict) for flow in flows.values()):
        raise StandardError(_file(name), "must be a table of tables", service=slug, key="flows")
    whole = {"slug": slug, **raw, "flows": {key: {"id": key, **flow} for key, flow in flows.items()}}
    for key in _unknown_keys(whole):
        raise StandardError(_file(name), "unknown key", service=slug, key=key)
    try:
        return msgspec.convert(whole, Service)
    except msgspec.ValidationError as error:
        problem, key = _located(error)
        raise StandardError(_file(name), problem, service=slug, key=key) from error


def _unknown_keys(service: Mapping[str, Any]) -> Iterator[str]:
    """Keys inside flows and requirements that the rules' dataclasses lack (msgspec would pass over them)."""
    for key, flow in service["flows"].items():
        yield from _unknown(flow, Flow, f"flows.{key}")
    yield from _unknown_in_list(service.get("requirements"), Requirement, "requirements")


def _unknown(raw: Mapping[str, Any], shape: type[Any], where: str) -> Iterator[str]:
    hints = get_type_hints(shape)
    for key, value in raw.items():
        if key in hints:
            yield from _unknown_in_list(value, next(iter(get_args(hints[key])), None), f"{where}.{key}")
        else:
            yield f"{where}.{key}"


def _unknown_in_list(value: Any, shape: Any, where: str) -> Iterator[str]:
    if isinstance(value, list) and isinstance(shape, type) and dataclasses.is_dataclass(shape):
        for index, item in enumerate(value):
            if isinstance(item, dict):
                yield from _unknown(item, shape, f"{where}[{index}]")


def _located(error: msgspec.ValidationError) -> tuple[str, str]:
    """Problem and key of msgspec's sentence ``problem - at `$.key` ``."""
    problem, _, place = str(error).partition(" - at `$")
    return problem, place.strip("`.")


def _file(name: str) -> str:
    return f"{name}.toml"
