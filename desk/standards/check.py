"""Checks that a standard hangs together: graphs, roles, registers, letters, patterns (used by tests and
``desk check``)."""

from collections import Counter
from collections.abc import Iterator

from desk.rules.calendar import ServiceHours, ServiceHoursError
from desk.rules.flowcheck import flow_problems
from desk.rules.numbering import pattern_problems
from desk.rules.permissions import ROLES
from desk.standards.model import Service, Standard


def standard_problems(standard: Standard) -> tuple[str, ...]:
    """English sentences about everything that does not hang together, each with standard and service; empty
    when sound."""
    return tuple(f"{standard.id}: {problem}" for problem in _problems(standard))


def _problems(standard: Standard) -> Iterator[str]:
    yield from _own_problems(standard)
    prefixes = Counter(service.queue_prefix for service in standard.services.values())
    yield from (
        f"queue prefix {prefix} is used {count} times" for prefix, count in prefixes.items() if count > 1
    )
    for slug, service in standard.services.items():
        yield from (f"{slug}: {problem}" for problem in _service_problems(standard, service))


def _own_problems(standard: Standard) -> Iterator[str]:
    named = {*standard.office_roles, *standard.role_titles, *standard.role_short}
    yield from (f"unknown role {role}" for role in sorted(named - ROLES.keys()))
    yield from _hour_problems(standard.hours)
    for key, register in standard.registers.items():
        yield from (
            f"register {key}: {problem}" for problem in pattern_problems(register.pattern, register.scope)
        )
    for key, letter in standard.letters.items():
        if letter.register and letter.register not in standard.registers:
            yield f"letter {key}: unknown register {letter.register}"


def _hour_problems(hours: dict[str, str]) -> Iterator[str]:
    try:
        ServiceHours.from_dict(hours)
    except ServiceHoursError as error:
        yield error.message


def _service_problems(standard: Standard, service: Service) -> Iterator[str]:
    roles = {*service.control_chain, *service.responsible, *service.signers, service.signer}
    roles |= set(filter(None, [service.legaliser]))
    yield from (f"unknown role {role}" for role in sorted(roles - ROLES.keys()))
    if service.signer not in service.signers:
        yield f"signer {service.signer} is not among its signers"
    if service.register not in standard.registers:
        yield f"unknown register {service.register}"
    yield from (f"unknown letter {letter}" for letter in service.letters if letter not in standard.letters)
    if "umum" not in service.limits:
        yield "no limit of category umum"
    yield from _hour_problems(service.hours)
    for key, flow in service.flows.items():
        yield from (f"flow {key}: {problem}" for problem in flow_problems(flow, ROLES))
