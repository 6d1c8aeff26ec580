"""The one-time code: short, whole however it is written down, and it says which group is wrong."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.rules.receipt import ALPHABET
from desk.sync.codes import Code, login_of, office_name, read_code, write_code
from desk.sync.enrolment import Address
from desk.sync.errors import BadCodeError

SERVER = "1a2b3c4d"


def code_for(address: Address, mark: str = "00112233", secret: str = "7f" * 16) -> Code:
    return Code(address, SERVER, login_of(SERVER, mark), secret)


LAN = code_for(Address("192.168.1.20", 5432, "desk", office_name(SERVER), "c3" * 16))

hexadecimal = st.binary(min_size=16, max_size=16).map(bytes.hex)
names = st.text(string.ascii_lowercase + string.digits + ".-", min_size=1, max_size=40).filter(
    lambda name: not name.replace(".", "").isdigit()
)
hosts = st.one_of(st.ip_addresses().map(str), names)


@st.composite
def codes(draw: st.DrawFn) -> Code:
    host = draw(hosts)
    tls = draw(st.sampled_from(("", office_name(SERVER), host, "server.kantor.contoh.id")))
    address = Address(host, draw(st.integers(1, 65535)), draw(names), tls, draw(hexadecimal) if tls else "")
    return code_for(address, draw(st.binary(min_size=4, max_size=4)).hex(), draw(hexadecimal))


def wrong(typed: str) -> str:
    """What the screen says about a code that cannot be read."""
    with pytest.raises(BadCodeError) as caught:
        read_code(typed)
    return caught.value.message


@given(code=codes())
def test_a_code_says_what_it_was_given(code: Code) -> None:
    assert read_code(write_code(code)) == code


def test_the_usual_code_is_nineteen_groups_of_five() -> None:
    groups = write_code(LAN).split("-")
    assert (len(groups), {len(group) for group in groups}) == (19, {5})


@pytest.mark.parametrize(
    "written",
    [
        write_code(LAN),
        write_code(LAN).lower(),
        write_code(LAN).replace("-", ""),
        write_code(LAN).replace("-", " \n"),
        f"\ufeff  {write_code(LAN)}\r\n",
        write_code(LAN).replace("0", "o").replace("1", "l"),
    ],
    ids=["printed", "small", "unbroken", "wrapped", "from a file", "misread letters"],
)
def test_it_may_be_pasted_read_from_a_file_or_typed(written: str) -> None:
    assert read_code(written) == LAN


@given(place=st.integers(0, 94), letter=st.sampled_from(ALPHABET))
def test_one_wrong_letter_is_found_in_its_group(place: int, letter: str) -> None:
    plain = write_code(LAN).replace("-", "")
    typed = plain[:place] + letter + plain[place + 1 :]
    if typed == plain:
        assert read_code(typed) == LAN
        return
    with pytest.raises(BadCodeError) as caught:
        read_code(typed)
    assert caught.value.message.startswith(f"Kelompok ke-{place // 5 + 1} dari kode pendaftaran")
    assert f"(group {place // 5 + 1}: " in caught.value.english


def test_a_letter_too_few_is_found_in_its_group() -> None:
    groups = write_code(LAN).split("-")
    groups[7] = groups[7][1:]
    assert wrong("-".join(groups)).startswith(f"Kelompok ke-8 dari kode pendaftaran ({groups[7]})")


def test_a_group_left_out_is_found_where_it_is_missing() -> None:
    groups = write_code(LAN).split("-")
    assert wrong("-".join(groups[:4] + groups[5:])).startswith("Kelompok ke-5 ")


def test_groups_exchanged_are_found() -> None:
    groups = write_code(LAN).split("-")
    groups[2], groups[9] = groups[9], groups[2]
    with pytest.raises(BadCodeError):
        read_code("-".join(groups))


@pytest.mark.parametrize(
    "typed", ["", " - ", "bukan kode", write_code(LAN)[:40], write_code(LAN) * 2, "ÄÖÜ", "0" * 95, "٣" * 10]
)
def test_anything_else_is_no_code(typed: str) -> None:
    with pytest.raises(BadCodeError):
        read_code(typed)


@given(st.text())
def test_nothing_typed_breaks_the_reading(typed: str) -> None:
    with pytest.raises(BadCodeError):
        read_code(typed)
