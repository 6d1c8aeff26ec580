"""What a device can learn in a roundabout way: by keys, refusals, notices, hashes, lies."""

import hashlib
import json
import uuid
from typing import Any

import psycopg
import pytest

from desk.models import new_id
from tests.sync.rls.outsiders import change
from tests.sync.rls.planting import Network


def stripped(answer: dict[str, Any], row_id: str) -> dict[str, Any]:
    return json.loads(
        json.dumps({k: v for k, v in answer.items() if k not in ("id", "rev")}).replace(row_id, "ID")
    )


@pytest.mark.parametrize("kind", ["front_office", "pamdal", "kiosk"])
def test_a_hidden_row_answers_like_one_that_never_was(network: Network, kind: str) -> None:
    outsider = network.devices[kind]
    role = {"front_office": "front_office", "pamdal": "pamdal", "kiosk": "front_office"}[kind]
    actor = network.staff(role)
    table, column = ("applicants", "address") if kind == "front_office" else ("cases", "subject")
    hidden, nobody = network.complaint[table], str(uuid.uuid4())
    attempts = [
        lambda row: {"changes": [change("U", table, row, {column: "x"}, {column: "y"})]},
        lambda row: {"changes": [change("U", "applicants", row, {"phone": "1"}, {"phone": "2"})]},
        lambda row: {"changes": [change("D", table, row, None, {})]},
        lambda row: {
            "commands": [{"t": "cases", "id": row, "from": None, "verb": "daftar", "to": "terdaftar"}]
        },
        lambda row: {
            "commands": [{"t": "cases", "id": row, "from": "pemeriksaan", "verb": "lengkap", "to": "ppid"}]
        },
        lambda row: {"erasures": [{"t": table, "id": row, "blanks": "{}"}]},
        lambda row: {"changes": [change("U", "visits", row, {"name": "x"}, {"name": "y"})]},
    ]
    for attempt in attempts:
        real = outsider.push(actor, role, **attempt(hidden))
        assert stripped(real, hidden) == stripped(outsider.push(actor, role, **attempt(nobody)), nobody)
    assert outsider.notices == []


def test_a_key_that_is_taken_names_nothing(network: Network) -> None:
    outsider, actor = network.devices["front_office"], network.staff("front_office")
    (taken,) = network.lan.admin.execute(
        "SELECT data FROM desk.office_row WHERE id = %s AND tbl = 'cases'", (network.complaint["cases"],)
    ).fetchone() or ({},)
    made = dict(taken, id=str(uuid.uuid4()), service="informasi", subject="x")
    answer = outsider.push(
        actor,
        "front_office",
        changes=[change("I", "cases", made["id"], made)],
        commands=[{"t": "cases", "id": made["id"], "from": None, "verb": "daftar", "to": made["step"]}],
    )
    assert (answer["outcome"], answer["code"], answer["detail"]) == ("refused", "duplicate", {})
    assert outsider.notices == []


def test_errors_show_a_device_only_what_it_said_itself(network: Network) -> None:
    kiosk = network.devices["kiosk"]
    for statement in (
        "SELECT desk.push('[{}]')",
        "SELECT desk.push('nonsense')",
        "SELECT desk.blob_get('00', 0)",
        "SELECT desk.blob_begin('00', 1, 'x')",
        "SELECT desk.claim_device(gen_random_uuid(), gen_random_uuid(), '')",
        "SELECT desk.hello(gen_random_uuid(), gen_random_uuid(), '0004', '', 0, 0, now())",
        "SELECT (data ->> 'name')::int FROM desk.office_row",
        "SELECT 1 / (audience - 16) FROM desk.office_row",
    ):
        try:
            said = str(kiosk.ask(statement))
        except psycopg.Error as error:
            said = " ".join(str(part) for part in (error, error.diag.message_detail, error.diag.context))
        assert [one for one in network.personal() if one in said] == [], statement
        assert [one for one in network.complaint.values() if one in said] == [], statement


def test_attachments_of_hidden_cases_cannot_be_fetched(network: Network) -> None:
    content = b"bukti pengaduan"
    name = hashlib.sha256(content).hexdigest()
    leadership = network.devices["leadership"]
    leadership.ask("SELECT desk.blob_begin(%s, %s, 'application/pdf')", name, len(content))
    leadership.ask("SELECT desk.blob_put(%s, 0, %s)", name, content)
    assert leadership.ask("SELECT desk.blob_end(%s)", name) == [(True,)]
    row = {
        "id": new_id(),
        "case_id": network.complaint["cases"],
        "sha256": name,
        "kind": "x",
        "name": "bukti.pdf",
    }
    network.lan.admin.execute("SELECT desk.put('attachments', %s, 1, %s, NULL)", (row["id"], json.dumps(row)))
    assert leadership.ask("SELECT desk.blob_get(%s, 0)", name) == [(content,)]
    for kind in ("front_office", "pamdal", "kasubag", "kiosk"):
        assert network.devices[kind].ask("SELECT desk.blob_get(%s, 0)", name) == [(None,)]


def test_a_lie_about_the_cursor_uses_no_revisions_up(network: Network) -> None:
    kiosk = network.devices["kiosk"]
    identity = kiosk.store.identity
    epoch = network.lan.admin.execute("SELECT epoch::text, rev FROM desk.head").fetchone() or ("", 0)
    kiosk.ask(
        "SELECT desk.hello(%s, %s, '0004', %s, 9223372036854775807, 0, now())",
        identity.device,
        identity.incarnation,
        epoch[0],
    )
    (after,) = network.lan.admin.execute("SELECT rev FROM desk.head").fetchone() or (0,)
    assert after < epoch[1] + 2_000_000_000


def test_erasing_is_for_administrators_and_what_they_see(network: Network) -> None:
    front = network.devices["front_office"]
    (visit,) = front.ask("SELECT id FROM desk.visits LIMIT 1")[0]
    erasure = {"t": "visits", "id": visit, "blanks": json.dumps({"name": "(dihapus)"})}
    refused = front.push(network.staff("front_office"), "front_office", erasures=[erasure])
    assert (refused["code"], refused["detail"]) == ("not_allowed", {"tbl": "erasure"})
    done = front.push(network.staff("admin"), "admin", erasures=[erasure])
    assert done["outcome"] == "applied"
    assert front.ask("SELECT name FROM desk.visits WHERE id = %s", visit) == [("(dihapus)",)]
    stepping = {
        "t": "cases",
        "id": front.ask("SELECT id FROM desk.cases LIMIT 1")[0][0],
        "blanks": '{"step": "selesai"}',
    }
    assert front.push(network.staff("admin"), "admin", erasures=[stepping])["code"] == "immutable"
