"""A small office whose server shows a certificate."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from desk.store.store import Store
from desk.sync import admin, enrolment, joining
from desk.sync.enrolment import Address
from desk.sync.link import connect
from tests.lan import OfficeLan
from tests.tls import NAME, Authority


@dataclass
class TlsLan:
    """A network whose server shows a certificate."""

    lan: OfficeLan
    authority: Authority
    folder: Path
    stores: dict[str, Store] = field(default_factory=dict)

    @property
    def address(self) -> Address:
        return replace_address(self.lan.address, tls=NAME, fingerprint=self.authority.mark)

    def code(self, label: str = "LOKET-1", **changed: str) -> str:
        return admin.enrol(self.lan.admin, replace_address(self.address, **changed), label, "front_office")

    def join(self, code: str, label: str = "LOKET-1") -> enrolment.Enrolment:
        store = self.stores[label] = self.lan.new_store(label)
        self.lan.ends.callback(store.close)
        return joining.join(store, code)

    def connect(self, kept: enrolment.Enrolment, host: str = "127.0.0.1") -> None:
        path = self.folder / "pinned.pem"
        path.write_text(kept.certificate, "ascii")
        connect(replace_address(kept.address, host=host), kept.login, kept.password, path).close()


def replace_address(address: Address, **changed: Any) -> Address:
    return msgspec.structs.replace(address, **changed)
