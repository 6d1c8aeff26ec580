"""The files of a hosted server: PostgreSQL's configuration, who may come in, the units that run beside it."""

from collections.abc import Iterable
from pathlib import Path
from textwrap import dedent

_WRITTEN = "# Written by desk server host, which writes it anew when it is run again.\n"

KEPT_BACKUPS = 30
"""How many daily backups stay."""


def config(conf: Path) -> str:
    """Settings of the cluster beside Debian's own."""
    return _WRITTEN + dedent(
        f"""\
        listen_addresses = '*'
        max_connections = 200
        password_encryption = 'scram-sha-256'
        ssl = on
        ssl_cert_file = '{conf / "server.crt"}'
        ssl_key_file = '{conf / "server.key"}'
        ssl_min_protocol_version = 'TLSv1.2'
        idle_in_transaction_session_timeout = '60s'
        tcp_keepalives_idle = 30
        tcp_keepalives_interval = 10
        tcp_keepalives_count = 4
        """
    )


def hba(database: str, superuser: str, networks: Iterable[str]) -> str:
    """Who may come in: root and the superuser's own account by the socket, the rest by password and, from
    another PC, encrypted; the superuser never over the network, nobody into another database."""
    lines = [
        f"local   all         {superuser}  peer map=desk",
        f"host    all         {superuser}  all           reject",
        f"host    {database}  all          127.0.0.1/32  scram-sha-256",
        f"host    {database}  all          ::1/128       scram-sha-256",
        *(f"hostssl {database}  all          {network}  scram-sha-256" for network in networks),
    ]
    return _WRITTEN + "\n".join(lines) + "\n"


def ident(superuser: str) -> str:
    """Which accounts of the PC are the superuser of the cluster."""
    return _WRITTEN + f"desk {superuser} {superuser}\ndesk root {superuser}\n"


def units(
    *,
    python: str,
    account: str,
    server: str,
    port: int,
    service: str,
    url: str,
    etc: Path,
    backups: Path,
) -> dict[str, str]:
    """Units of systemd by name: what tells the network where the server is, and the daily backup."""
    announce = f"""\
        [Unit]
        Description=Desk: tells the office's network where its server is
        Wants=network-online.target
        After=network-online.target {service}

        [Service]
        ExecStart={python} -m desk server announce --id {server} --port {port}
        User={account}
        Restart=always
        RestartSec=10

        [Install]
        WantedBy=multi-user.target
        """
    backup = f"""\
        [Unit]
        Description=Desk: backup of the office's server
        After={service}

        [Service]
        Type=oneshot
        UMask=0077
        Environment=DESK_SERVER={_plain(url)}
        ExecStart={python} -m desk server backup {backups} --keep {KEPT_BACKUPS} --data {etc}
        ExecStart=/usr/bin/install -D -m 600 -t {backups}/identity {etc}/server-id {etc}/ca.pem {etc}/ca.key
        """
    timer = """\
        [Unit]
        Description=Desk: daily backup of the office's server

        [Timer]
        OnCalendar=*-*-* 12:15
        Persistent=true

        [Install]
        WantedBy=timers.target
        """
    found = {"desk-announce.service": announce, "desk-backup.service": backup, "desk-backup.timer": timer}
    return {name: _WRITTEN + dedent(text) for name, text in found.items()}


def _plain(text: str) -> str:
    """As systemd wants it, to which a per cent sign says something else."""
    return text.replace("%", "%%")
