"""The one-time code that makes a PC a device of an office network: short enough to be typed, and it says
which group was mistyped.

What it carries is packed as bytes; what can be told from the rest is left out. The secret and the
certificate's fingerprint keep 128 bits each. Groups of five letters: four of the code, then one that checks
them and their place.
"""

import hashlib
import ipaddress
import re
from collections.abc import Sequence
from dataclasses import dataclass

from desk.rules.receipt import ALPHABET, letters
from desk.sync.enrolment import Address
from desk.sync.errors import BadCodeError

SECRET_BYTES = 16
FINGERPRINT_BYTES = 16

_SHORT_BYTES = 4
_LOGIN_BYTES = 4
_CHECK_BYTES = 2
_PORT = 5432
_DATABASE = "desk"
_DATA = 4
_GROUP = _DATA + 1
_WEIGHTS = (1, 3, 5, 9)  # odd: any one wrong letter changes the sum

_V4, _V6, _NAME = range(3)
_PLAIN, _OFFICE, _HOST, _OTHER = range(4)
_OWN_PORT, _OWN_DATABASE = 4, 8


@dataclass(frozen=True, slots=True)
class Code:
    """What a one-time code says: where the server is, its first eight letters, the login and its first
    password, both as the server knows them."""

    address: Address
    server: str
    login: str
    secret: str


def office_name(server: str) -> str:
    """The name that stands in the certificate of a server that Desk runs; ``server``: its id, or its first
    eight letters."""
    return f"desk-{server[:8]}.internal"


def login_of(server: str, mark: str) -> str:
    """The login of a device, from the server's id and eight hexadecimal letters of its own."""
    return f"desk_{server[:8]}_{mark}"


def write_code(code: Code) -> str:
    """A code as text, in groups of five letters and digits."""
    body = _packed(code)
    data = hashlib.sha256(body).digest()[:_CHECK_BYTES] + body
    number, count = int.from_bytes(data, "big"), -(-len(data) * 8 // 5)
    number <<= count * 5 - len(data) * 8
    plain = "".join(ALPHABET[number >> 5 * at & 31] for at in reversed(range(count)))
    plain += ALPHABET[0] * (-count % _DATA)
    parts = [plain[at : at + _DATA] for at in range(0, len(plain), _DATA)]
    return "-".join(part + _check(part, place) for place, part in enumerate(parts))


def read_code(text: str) -> Code:
    """The code behind :func:`write_code`; signs between, line ends and small letters do not matter.

    Raises:
        BadCodeError: it is incomplete or mistyped; says which group, where that can be told.
    """
    plain = letters(text)
    groups = [plain[at : at + _GROUP] for at in range(0, len(plain), _GROUP)]
    if not groups:
        raise BadCodeError
    if _first_wrong(groups) is not None:
        typed = [letters(one) for one in re.findall(r"\w+", text.replace("_", " "))]
        seen = typed if len(typed) > 1 else groups
        wrong = _first_wrong(seen) or 0
        raise BadCodeError.at(wrong + 1, seen[wrong])
    data = "".join(group[:_DATA] for group in groups)
    number = 0
    for letter in data:
        number = number << 5 | ALPHABET.index(letter)
    spare = len(data) * 5 % 8
    try:
        return _unpacked((number >> spare).to_bytes(len(data) * 5 // 8, "big"))
    except (ValueError, IndexError) as error:
        raise BadCodeError from error


def _first_wrong(groups: Sequence[str]) -> int | None:
    for place, group in enumerate(groups):
        known = len(group) == _GROUP and set(group) <= set(ALPHABET)
        if not known or _check(group[:_DATA], place) != group[_DATA]:
            return place
    return None


def _check(part: str, place: int) -> str:
    values = (weight * ALPHABET.index(letter) for weight, letter in zip(_WEIGHTS, part, strict=True))
    return ALPHABET[(sum(values) + 7 * place) & 31]


def _packed(code: Code) -> bytes:
    address = code.address
    kind, host = _host(address.host)
    tls = _tls_kind(address, code.server)
    marks = kind | tls << 4
    marks |= (_OWN_PORT if address.port != _PORT else 0) | (
        _OWN_DATABASE if address.database != _DATABASE else 0
    )
    parts = [bytes([marks]), host]
    if marks & _OWN_PORT:
        parts.append(address.port.to_bytes(2, "big"))
    if marks & _OWN_DATABASE:
        parts.append(_text(address.database))
    if tls == _OTHER:
        parts.append(_text(address.tls))
    if tls != _PLAIN:
        parts.append(bytes.fromhex(address.fingerprint)[:FINGERPRINT_BYTES])
    mark = code.login.rpartition("_")[2]
    return b"".join([*parts, bytes.fromhex(code.server[:8]), bytes.fromhex(mark), bytes.fromhex(code.secret)])


def _host(host: str) -> tuple[int, bytes]:
    try:
        number = ipaddress.ip_address(host)
    except ValueError:
        return _NAME, _text(host)
    return (_V4 if number.version == 4 else _V6), number.packed


def _tls_kind(address: Address, server: str) -> int:
    if not address.tls:
        return _PLAIN
    if address.tls == office_name(server):
        return _OFFICE
    return _HOST if address.tls == address.host else _OTHER


def _text(text: str) -> bytes:
    plain = text.encode()
    return bytes([len(plain)]) + plain


class _Bytes:
    """Takes what was packed apart, from its beginning."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def take(self, count: int) -> bytes:
        part = self.data[self.at : self.at + count]
        if len(part) < count:
            raise ValueError(count)
        self.at += count
        return part

    def text(self) -> str:
        return self.take(self.take(1)[0]).decode()


def _unpacked(data: bytes) -> Code:
    """The opposite of :func:`_packed`, behind its checksum.

    Raises:
        ValueError: it is no such thing.
    """
    given = _Bytes(data)
    check, marks = given.take(_CHECK_BYTES), given.take(1)[0]
    kind, tls = marks & 3, marks >> 4
    host = given.text() if kind == _NAME else str(ipaddress.ip_address(given.take(4 if kind == _V4 else 16)))
    port = int.from_bytes(given.take(2), "big") if marks & _OWN_PORT else _PORT
    database = given.text() if marks & _OWN_DATABASE else _DATABASE
    other = given.text() if tls == _OTHER else ""
    fingerprint = given.take(FINGERPRINT_BYTES).hex() if tls else ""
    server, mark, secret = (given.take(count).hex() for count in (_SHORT_BYTES, _LOGIN_BYTES, SECRET_BYTES))
    whole = hashlib.sha256(data[_CHECK_BYTES : given.at]).digest()[:_CHECK_BYTES]
    if whole != check or any(data[given.at :]):
        raise ValueError(check)
    name = ("", office_name(server), host, other)[tls]
    return Code(Address(host, port, database, name, fingerprint), server, login_of(server, mark), secret)
