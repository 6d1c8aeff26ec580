"""Service standards: dated, inherited, validated data read from ``resources/standards/*.toml``.

A standard says who may ask for what, which steps follow, how long they may take, who signs, which book gives
the number. Rules change by adding a newer file, never by editing code; a case keeps the standard it was
opened under. A file may name a ``base``: tables are merged key by key, lists and values replace;
``offers`` says which services remain where not all are the office's. Where the source leaves something open,
the service says so under ``assumptions``.

``model`` the typed parts · ``loader`` reading and inheritance · ``check`` what must hang together ·
``holidays_id`` national holidays and cuti bersama as closed days.
"""
