-- The shared database of one office. Rows are kept as the desks capture them (jsonb, one revision each), so that a
-- desk of the version before can still be understood; typed views stand beside them for people.

CREATE TABLE desk.head (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    server uuid NOT NULL,
    epoch uuid NOT NULL DEFAULT gen_random_uuid(),
    restored_at timestamptz,
    rev bigint NOT NULL DEFAULT 0,
    gone_floor bigint NOT NULL DEFAULT 0,
    office_name text NOT NULL,
    schema text NOT NULL,
    oldest_client text NOT NULL,
    adopted_at timestamptz,
    saved_rev bigint NOT NULL DEFAULT 0,
    saved_at timestamptz
);

CREATE TABLE desk.device (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    login name NOT NULL UNIQUE,
    label text NOT NULL UNIQUE,
    class text NOT NULL,
    point integer NOT NULL UNIQUE,
    mask integer NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    claimed_at timestamptz,
    revoked_at timestamptz,
    store uuid,
    incarnation uuid,
    verifier text NOT NULL DEFAULT '',
    seen_at timestamptz,
    schema text NOT NULL DEFAULT '',
    cursor bigint NOT NULL DEFAULT 0,
    clock_offset double precision NOT NULL DEFAULT 0,
    caught_up uuid,
    waits_at bigint
);

-- The gapless chain of one incarnation of a device.
CREATE TABLE desk.strand (
    device uuid NOT NULL REFERENCES desk.device,
    store uuid NOT NULL,
    incarnation uuid NOT NULL,
    seq bigint NOT NULL DEFAULT 0,
    chain bytea NOT NULL,
    PRIMARY KEY (store, incarnation)
);

CREATE TABLE desk.bundle (
    id uuid PRIMARY KEY,
    device uuid NOT NULL REFERENCES desk.device,
    store uuid NOT NULL,
    incarnation uuid NOT NULL,
    seq bigint NOT NULL,
    prev_hash bytea NOT NULL,
    body_hash bytea NOT NULL,
    chain_hash bytea NOT NULL,
    schema text NOT NULL,
    actor text NOT NULL,
    place text NOT NULL,
    role text NOT NULL,
    action text NOT NULL,
    at text NOT NULL,
    arrived_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    rev bigint NOT NULL,
    outcome text NOT NULL,
    answer jsonb NOT NULL,
    refused jsonb,
    UNIQUE (store, incarnation, seq)
);

-- What each applied bundle said, in its order; values can be emptied by legal erasure, their hashes stay.
CREATE TABLE desk.history (
    rev bigint NOT NULL,
    ord integer NOT NULL,
    bundle uuid NOT NULL,
    tbl text NOT NULL,
    id text NOT NULL,
    op text NOT NULL,
    value_hash bytea NOT NULL,
    salt bytea,
    old text,
    new text,
    PRIMARY KEY (bundle, ord)
);
CREATE INDEX history_row ON desk.history (id);

CREATE TABLE desk.move_made (
    bundle uuid NOT NULL,
    ord integer NOT NULL,
    tbl text NOT NULL,
    id text NOT NULL,
    from_step text NOT NULL,
    verb text NOT NULL,
    to_step text NOT NULL,
    PRIMARY KEY (bundle, ord)
);

CREATE TABLE desk.office_row (
    tbl text NOT NULL,
    id text NOT NULL,
    face text NOT NULL DEFAULT '',
    rev bigint NOT NULL,
    audience integer NOT NULL,
    data jsonb NOT NULL,
    PRIMARY KEY (id, tbl, face)
);
CREATE INDEX office_row_rev ON desk.office_row (rev, id, tbl);
CREATE INDEX office_row_office ON desk.office_row (tbl) WHERE tbl = 'offices';
CREATE INDEX office_row_attachment ON desk.office_row ((data ->> 'sha256')) WHERE tbl = 'attachments';
CREATE INDEX office_row_roles ON desk.office_row ((data ->> 'staff_id')) WHERE tbl IN ('staff_roles', 'mandates');

CREATE TABLE desk.gone (
    tbl text NOT NULL,
    id text NOT NULL,
    rev bigint NOT NULL,
    audience integer NOT NULL,
    face text NOT NULL DEFAULT ''
);
CREATE INDEX gone_rev ON desk.gone (rev);

-- Rows of which a legal erasure emptied the history: each PC empties what its own log keeps of them.
CREATE TABLE desk.erased (
    tbl text NOT NULL,
    id text NOT NULL,
    rev bigint NOT NULL,
    audience integer NOT NULL
);
CREATE INDEX erased_rev ON desk.erased (rev);

-- Rows that a refused bundle wanted to make: what is built on them is refused by name.
CREATE TABLE desk.unborn (
    id text NOT NULL,
    tbl text NOT NULL,
    bundle uuid NOT NULL,
    PRIMARY KEY (id, tbl)
);

CREATE TABLE desk.claim (
    key text PRIMARY KEY,
    device uuid NOT NULL REFERENCES desk.device,
    until timestamptz NOT NULL
);

CREATE TABLE desk.blob (
    sha256 text PRIMARY KEY,
    size bigint NOT NULL,
    media_type text NOT NULL,
    whole boolean NOT NULL DEFAULT false
);
CREATE TABLE desk.chunk (
    sha256 text NOT NULL REFERENCES desk.blob,
    n integer NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (sha256, n)
);
ALTER TABLE desk.chunk ALTER COLUMN content SET STORAGE EXTERNAL;

-- The rules, uploaded as data.
CREATE TABLE desk.audience_rule (
    tbl text PRIMARY KEY,
    mask integer NOT NULL,
    case_column text NOT NULL,
    confidential integer NOT NULL,
    subject text NOT NULL,
    board text[] NOT NULL,
    gate text[] NOT NULL
);
CREATE TABLE desk.confidential_service (service text PRIMARY KEY);
CREATE TABLE desk.column_rule (tbl text, col text, grp text NOT NULL, PRIMARY KEY (tbl, col));
CREATE TABLE desk.write_rule (role text, tbl text, grp text, PRIMARY KEY (role, tbl, grp));
CREATE TABLE desk.move_rule (
    standard text, service text, flow text, from_step text, verb text, to_step text, role text,
    PRIMARY KEY (standard, service, flow, from_step, verb, to_step, role)
);
CREATE TABLE desk.role_rule (role text PRIMARY KEY, mask integer NOT NULL);
