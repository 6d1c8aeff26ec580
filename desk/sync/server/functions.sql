-- What devices may call, and what serves it. Every function runs as the owner, knows its caller by session_user alone, and says a refusal
-- by a code of its own (SQLSTATE DK0xx ends the call, DK100 refuses one bundle). What is called often is PL/pgSQL, which
-- keeps its plans for the connection; a function in SQL is planned anew at each call.

-- What a server made by an earlier Desk lacks. The mark is the newest applied bundle: what stands behind the revision.
ALTER TABLE desk.head ADD COLUMN IF NOT EXISTS mark uuid;
ALTER TABLE desk.device ADD COLUMN IF NOT EXISTS waits_at bigint;
ALTER TABLE desk.audience_rule ADD COLUMN IF NOT EXISTS gate text[] NOT NULL DEFAULT '{}';

CREATE OR REPLACE FUNCTION desk.me() RETURNS desk.device
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE found_device desk.device;
BEGIN
    SELECT * INTO found_device FROM desk.device WHERE login = session_user;
    IF found_device.id IS NULL OR found_device.revoked_at IS NOT NULL THEN
        RAISE EXCEPTION 'revoked' USING ERRCODE = 'DK001';
    ELSIF found_device.claimed_at IS NULL THEN
        RAISE EXCEPTION 'unclaimed' USING ERRCODE = 'DK002';
    END IF;
    RETURN found_device;
END $$;

CREATE OR REPLACE FUNCTION desk.mask() RETURNS integer
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN coalesce(
        (SELECT mask FROM desk.device WHERE login = session_user AND revoked_at IS NULL AND claimed_at IS NOT NULL), 0);
END $$;

-- Enrolment: ends the one-time code, and keeps what proves the password the device gives itself in the same transaction
-- (for a restored server). Asked again by the same PC, whose COMMIT was not heard, it answers again.
CREATE OR REPLACE FUNCTION desk.claim_device(of_store uuid, of_incarnation uuid, of_verifier text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE d desk.device;
BEGIN
    SELECT * INTO d FROM desk.device WHERE login = session_user FOR UPDATE;
    IF d.id IS NULL OR d.revoked_at IS NOT NULL THEN
        RAISE EXCEPTION 'revoked' USING ERRCODE = 'DK001';
    ELSIF d.claimed_at IS NOT NULL AND d.store IS DISTINCT FROM of_store THEN
        RAISE EXCEPTION 'used' USING ERRCODE = 'DK003';
    ELSIF d.claimed_at IS NULL AND d.expires_at < now() THEN
        RAISE EXCEPTION 'expired' USING ERRCODE = 'DK004';
    ELSIF EXISTS (SELECT FROM desk.device o WHERE o.store = of_store AND o.revoked_at IS NULL AND o.id <> d.id
                  AND coalesce(o.incarnation = of_incarnation, true)) THEN
        RAISE EXCEPTION 'twin' USING ERRCODE = 'DK005';  -- a former life of a restored PC may become a device of its own
    END IF;
    UPDATE desk.device SET claimed_at = coalesce(claimed_at, now()), store = of_store, incarnation = of_incarnation,
           verifier = of_verifier WHERE id = d.id;
    RETURN jsonb_build_object('server', (SELECT server FROM desk.head), 'label', d.label, 'class', d.class,
                              'point', d.point, 'mask', d.mask, 'follows', EXISTS (
        SELECT FROM desk.device o WHERE o.label = d.label || ' (' || o.point || ')' AND o.store <> of_store));
END $$;

-- Somebody put an older copy of this database in place: a new epoch, with revisions nobody has seen yet. The first device
-- to notice begins it; the others meet an epoch they do not know.
CREATE OR REPLACE FUNCTION desk.begin_epoch(at_cursor bigint) RETURNS desk.head
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE h desk.head;
BEGIN
    UPDATE desk.head SET epoch = gen_random_uuid(), restored_at = clock_timestamp(), saved_rev = 0,
           rev = greatest(rev, least(at_cursor, rev + 1000000000)) + 1000000  -- no device can use them up by lying
    RETURNING * INTO h;
    RETURN h;
END $$;

-- Whether an applied bundle that a device saw, or was told to be applied, is still there. Where it is not, although no
-- revision or sequence tells (others may have gone on from the older copy), a new epoch begins.
CREATE OR REPLACE FUNCTION desk.knows(of_bundle uuid, known_epoch text, at_cursor bigint) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM desk.me();
    IF EXISTS (SELECT FROM desk.bundle WHERE id = of_bundle) THEN
        RETURN true;
    END IF;
    PERFORM FROM desk.head FOR UPDATE;
    IF EXISTS (SELECT FROM desk.head WHERE epoch::text = known_epoch) THEN
        PERFORM desk.begin_epoch(at_cursor);
    END IF;
    RETURN false;
END $$;

-- First words of each connection: versions, identity, whether the server was restored behind the device's back.
CREATE OR REPLACE FUNCTION desk.hello(of_store uuid, of_incarnation uuid, client_schema text, known_epoch text,
                                      at_cursor bigint, acknowledged bigint, clock timestamptz) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    d desk.device := desk.me();
    h desk.head;
    s desk.strand;
BEGIN
    SELECT * INTO h FROM desk.head FOR UPDATE;
    IF d.store IS DISTINCT FROM of_store THEN
        RAISE EXCEPTION 'twin' USING ERRCODE = 'DK005';
    END IF;
    IF client_schema < h.oldest_client THEN
        RAISE EXCEPTION 'client_too_old' USING ERRCODE = 'DK006', DETAIL = h.schema;
    ELSIF client_schema > h.schema THEN
        RAISE EXCEPTION 'server_too_old' USING ERRCODE = 'DK007', DETAIL = h.schema;
    END IF;
    -- Of two lives of a PC the one that began later goes on, whether or not the other has ever sent anything.
    IF of_incarnation < d.incarnation THEN
        RAISE EXCEPTION 'superseded' USING ERRCODE = 'DK008';
    ELSIF d.incarnation IS NULL AND EXISTS (SELECT FROM desk.strand WHERE store = of_store AND incarnation = of_incarnation) THEN
        RAISE EXCEPTION 'twin' USING ERRCODE = 'DK005';
    END IF;
    SELECT * INTO s FROM desk.strand WHERE store = of_store AND incarnation = of_incarnation;
    IF known_epoch = h.epoch::text AND (at_cursor > h.rev OR acknowledged > coalesce(s.seq, 0)) THEN
        h := desk.begin_epoch(at_cursor);
    END IF;
    UPDATE desk.device SET incarnation = of_incarnation, seen_at = clock_timestamp(), schema = client_schema,
           cursor = least(at_cursor, h.rev), clock_offset = extract(epoch FROM clock - clock_timestamp()) WHERE id = d.id;
    RETURN jsonb_build_object(
        'server', h.server, 'epoch', h.epoch, 'rev', h.rev, 'gone_floor', h.gone_floor, 'office', h.office_name,
        'schema', h.schema, 'saved_rev', h.saved_rev, 'seq', coalesce(s.seq, 0), 'label', d.label,
        'strands', (SELECT coalesce(jsonb_object_agg(incarnation, seq), '{}') FROM desk.strand WHERE store = of_store),
        'class', d.class, 'point', d.point, 'mask', d.mask, 'now', clock_timestamp());
END $$;

CREATE OR REPLACE FUNCTION desk.refuse(code text, detail jsonb DEFAULT '{}') RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION '%', code USING ERRCODE = 'DK100', DETAIL = detail::text;
END $$;

CREATE OR REPLACE FUNCTION desk.roles_at(of_actor text, of_at text) RETURNS text[]
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    of_day text := (SELECT (of_at::timestamptz AT TIME ZONE (data ->> 'zone'))::date::text
                    FROM desk.office_row WHERE tbl = 'offices' AND face = '' LIMIT 1);
BEGIN
    RETURN (SELECT coalesce(array_agg(DISTINCT data ->> 'role'), '{}') FROM desk.office_row
            WHERE tbl IN ('staff_roles', 'mandates') AND data ->> 'staff_id' = of_actor AND CASE tbl
                WHEN 'staff_roles' THEN data ->> 'since' <= of_day AND coalesce(data ->> 'until', '9999') >= of_day
                ELSE data ->> 'since' <= of_at AND coalesce(data ->> 'until', '9999') > of_at END);
END $$;

-- Table -> column groups that one of these roles may write ('*': the whole row).
CREATE OR REPLACE FUNCTION desk.permits_of(roles text[]) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (SELECT coalesce(jsonb_object_agg(tbl, groups), '{}') FROM (
        SELECT tbl, jsonb_agg(DISTINCT grp) AS groups FROM desk.write_rule WHERE role = ANY (roles) GROUP BY tbl) AS g);
END $$;

CREATE OR REPLACE FUNCTION desk.groups() RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (SELECT jsonb_object_agg(tbl, cols)
            FROM (SELECT tbl, jsonb_object_agg(col, grp) AS cols FROM desk.column_rule GROUP BY tbl) AS g);
END $$;

-- Who sees a row.
CREATE OR REPLACE FUNCTION desk.audience_of(of_tbl text, of_data jsonb) RETURNS integer
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    r desk.audience_rule;
    of_service text;
    of_subject integer;
BEGIN
    IF of_tbl = 'credentials' THEN
        RETURN coalesce((
            SELECT bit_or(rr.mask) FROM desk.office_row s JOIN desk.role_rule rr ON rr.role = s.data ->> 'role'
            WHERE s.tbl IN ('staff_roles', 'mandates') AND s.data ->> 'staff_id' = of_data ->> 'id'), 0);
    END IF;
    SELECT * INTO r FROM desk.audience_rule WHERE tbl = of_tbl;
    IF NOT FOUND THEN
        PERFORM desk.refuse('unknown_table', jsonb_build_object('tbl', of_tbl));
    END IF;
    IF r.subject <> '' THEN
        SELECT bit_and(desk.audience_of(o.tbl, o.data)) INTO of_subject FROM desk.office_row o
        WHERE o.id = of_data ->> r.subject AND o.face = '' AND o.tbl <> 'credentials';
        RETURN coalesce(nullif(of_subject & r.mask, 0), of_subject, r.mask);
    END IF;
    IF r.case_column = 'id' THEN
        of_service := of_data ->> 'service';
    ELSIF r.case_column <> '' THEN
        SELECT c.data ->> 'service' INTO of_service FROM desk.office_row c
        WHERE c.tbl = 'cases' AND c.face = '' AND c.id = of_data ->> r.case_column;
    END IF;
    IF of_service IS NOT NULL AND EXISTS (SELECT FROM desk.confidential_service WHERE service = of_service) THEN
        RETURN r.confidential;
    END IF;
    RETURN r.mask;
END $$;

-- Which faces of rows a device is shown: a kiosk those of the public board, a gate (visits and nothing else of the
-- office's scopes) its own beside the whole rows it sees, everybody else whole rows.
CREATE OR REPLACE FUNCTION desk.faces() RETURNS text[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE m integer := desk.mask();
BEGIN
    RETURN CASE WHEN m = 16 THEN ARRAY['board'] WHEN m & 15 = 1 THEN ARRAY['', 'gate'] ELSE ARRAY[''] END;
END $$;

-- What of a row stands on a face.
CREATE OR REPLACE FUNCTION desk.face_of(of_data jsonb, columns text[]) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (SELECT jsonb_object_agg(
        split_part(c, '.', 1),
        CASE WHEN strpos(c, '.') = 0 THEN of_data -> c
             ELSE to_jsonb(jsonb_strip_nulls(jsonb_build_object(split_part(c, '.', 2),
                      (of_data ->> split_part(c, '.', 1))::jsonb -> split_part(c, '.', 2)))::text) END)
        FROM unnest(columns || ARRAY['id']) AS c);
END $$;

-- The faces of a row as they are now. At the gate a login is shown of those who may sign in there, an id of the others.
CREATE OR REPLACE FUNCTION desk.put_faces(of_tbl text, of_id text, of_rev bigint, of_data jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    r desk.audience_rule;
    of_face text;
    seen_by integer;
    columns text[];
    facing jsonb;
BEGIN
    SELECT * INTO r FROM desk.audience_rule WHERE tbl = of_tbl AND (board <> '{}' OR gate <> '{}');
    IF NOT FOUND THEN
        RETURN;
    END IF;
    FOR of_face, seen_by, columns IN
        SELECT * FROM (VALUES ('board', 16, r.board), ('gate', 1, r.gate)) AS f (f, m, c) WHERE c <> '{}'
    LOOP
        facing := desk.face_of(of_data, columns);
        IF facing ? 'login' AND desk.audience_of('credentials', of_data) & seen_by = 0 THEN
            facing := jsonb_set(facing, '{login}', to_jsonb(of_id));
        END IF;
        INSERT INTO desk.office_row AS o (tbl, id, face, rev, audience, data)
        VALUES (of_tbl, of_id, of_face, of_rev, seen_by, facing)
        ON CONFLICT (id, tbl, face) DO UPDATE SET rev = of_rev, data = facing WHERE o.data <> facing;
    END LOOP;
END $$;

CREATE OR REPLACE FUNCTION desk.put(of_tbl text, of_id text, of_rev bigint, of_data jsonb, before integer)
RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    seen_by integer := desk.audience_of(of_tbl, of_data);
BEGIN
    IF of_tbl = 'conflicts' THEN
        seen_by := before;
    END IF;
    IF before IS NULL THEN
        INSERT INTO desk.office_row (tbl, id, rev, audience, data) VALUES (of_tbl, of_id, of_rev, seen_by, of_data);
    ELSE
        UPDATE desk.office_row SET rev = of_rev, audience = seen_by, data = of_data
        WHERE tbl = of_tbl AND id = of_id AND face = '';
        IF before & ~seen_by <> 0 THEN
            INSERT INTO desk.gone (tbl, id, rev, audience) VALUES (of_tbl, of_id, of_rev, before & ~seen_by);
        END IF;
    END IF;
    PERFORM desk.put_faces(of_tbl, of_id, of_rev, of_data);
    -- What hangs on a confidential case may have come before it in its bundle.
    IF of_tbl = 'cases' AND before IS NULL
            AND EXISTS (SELECT FROM desk.confidential_service WHERE service = of_data ->> 'service') THEN
        PERFORM desk.put(o.tbl, o.id, of_rev, o.data, o.audience) FROM desk.office_row o
        WHERE o.rev = of_rev AND o.data ->> 'case_id' = of_id AND o.face = ''
          AND o.audience <> desk.audience_of(o.tbl, o.data);
    END IF;
    IF of_tbl IN ('staff_roles', 'mandates') THEN
        PERFORM desk.put('credentials', c.id, of_rev, c.data, c.audience) FROM desk.office_row c
        WHERE c.tbl = 'credentials' AND c.id = of_data ->> 'staff_id'
          AND c.audience <> desk.audience_of('credentials', c.data);
        PERFORM desk.put_faces('staff', s.id, of_rev, s.data) FROM desk.office_row s
        WHERE s.tbl = 'staff' AND s.face = '' AND s.id = of_data ->> 'staff_id';
    END IF;
END $$;

CREATE OR REPLACE FUNCTION desk.drop_row(of_tbl text, of_id text, of_rev bigint) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    WITH dropped AS (
        DELETE FROM desk.office_row WHERE tbl = of_tbl AND id = of_id RETURNING audience, face)
    INSERT INTO desk.gone (tbl, id, rev, audience, face)
    SELECT of_tbl, of_id, of_rev, audience, face FROM dropped
$$;

-- Whose value stands in a column, for the conflict that names both officers; who wrote another later has lost.
CREATE OR REPLACE FUNCTION desk.last_writer(of_tbl text, of_id text, col text, stands jsonb) RETURNS desk.bundle
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT b FROM desk.history h JOIN desk.bundle b ON b.id = h.bundle
    WHERE h.tbl = of_tbl AND h.id = of_id AND (h.new IS NULL OR h.new::jsonb -> col = stands)
    ORDER BY h.rev DESC, h.ord DESC LIMIT 1
$$;

-- The id comes from what the bundle said, so that what is built on a conflict finds it again after a restore.
CREATE OR REPLACE FUNCTION desk.note_conflict(of_tbl text, r desk.office_row, b jsonb, of_rev bigint, base jsonb,
                                              mine jsonb, theirs jsonb, by_whom desk.bundle) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE new_id text := md5(concat_ws(' ', b ->> 'id', of_tbl, r.id, base, mine))::uuid::text;
BEGIN
    INSERT INTO desk.office_row (tbl, id, rev, audience, data) VALUES ('conflicts', new_id, of_rev, r.audience,
        jsonb_build_object(
            'id', new_id, 'tbl', of_tbl, 'row_id', r.id,
            'case_id', CASE WHEN of_tbl = 'cases' THEN r.id
                            WHEN r.data ->> 'subject_table' = 'cases' THEN r.data ->> 'subject_id'
                            WHEN of_tbl <> 'issued_numbers' THEN r.data ->> 'case_id'
                            ELSE (SELECT data ->> 'case_id' FROM desk.office_row
                                  WHERE id = r.data ->> 'subject_id' AND tbl = r.data ->> 'subject_table' AND face = '') END,
            'base', base::text, 'mine', mine::text, 'theirs', theirs::text,
            'my_staff', b ->> 'actor', 'my_place', b ->> 'place', 'my_at', b ->> 'at',
            'their_staff', coalesce(by_whom.actor, ''), 'their_place', coalesce(by_whom.place, ''),
            'their_at', by_whom.at, 'action', b ->> 'action', 'txn', b ->> 'id',
            'settled_at', NULL, 'settled_by', NULL, 'choice', ''));
END $$;

-- Merge one update into its row, column by column. Returns how many columns stay with the server's value.
CREATE OR REPLACE FUNCTION desk.merge(me desk.device, b jsonb, of_rev bigint, c jsonb, groups jsonb, allowed jsonb)
RETURNS integer
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    of_tbl text := c ->> 't';
    old jsonb := (c ->> 'old')::jsonb;
    new jsonb := (c ->> 'new')::jsonb;
    r desk.office_row;
    merged jsonb;
    col text;
    wanted jsonb;
    grp text;
    stands boolean;
    writer desk.bundle;
    their_bundle desk.bundle;
    base jsonb := '{}';
    mine jsonb := '{}';
    theirs jsonb := '{}';
BEGIN
    SELECT * INTO r FROM desk.office_row WHERE id = c ->> 'id' AND tbl = of_tbl AND face = '';
    IF NOT FOUND OR (r.audience & me.mask) = 0 THEN
        PERFORM desk.refuse('gone', jsonb_build_object('tbl', of_tbl, 'id', c ->> 'id'));
    END IF;
    merged := r.data;
    FOR col, wanted IN SELECT * FROM jsonb_each(new) LOOP
        grp := coalesce(groups -> of_tbl ->> col, groups -> of_tbl ->> '*', 'three_way');
        IF NOT (allowed ? '*' OR allowed ? grp) THEN
            PERFORM desk.refuse('not_allowed', jsonb_build_object('tbl', of_tbl, 'column', col));
        ELSIF grp = 'immutable' THEN
            PERFORM desk.refuse('immutable', jsonb_build_object('tbl', of_tbl, 'column', col));
        ELSIF grp = 'step' AND NOT EXISTS (
                SELECT FROM jsonb_array_elements(b -> 'commands') AS m
                WHERE m ->> 't' = of_tbl AND m ->> 'id' = r.id) THEN
            PERFORM desk.refuse('step_without_command', jsonb_build_object('tbl', of_tbl, 'column', col));
        ELSIF grp = 'step' AND coalesce(merged -> col, 'null') <> coalesce(old -> col, 'null') THEN
            PERFORM desk.refuse('step_moved', jsonb_build_object('id', r.id, 'now', r.data ->> 'step'));
        END IF;
        IF grp = 'counter' THEN
            merged := jsonb_set(merged, ARRAY[col], to_jsonb(
                coalesce((merged ->> col)::numeric, 0) + (wanted #>> '{}')::numeric
                - coalesce((old ->> col)::numeric, 0)));
            CONTINUE;
        END IF;
        stands := grp IN ('last', 'step') OR wanted = coalesce(merged -> col, 'null')
            OR (coalesce(merged -> col, 'null') = coalesce(old -> col, 'null')
                AND (grp <> 'human' OR r.rev <= coalesce((c ->> 'base')::bigint, r.rev)));
        IF NOT stands THEN
            writer := desk.last_writer(of_tbl, r.id, col, coalesce(merged -> col, 'null'));
            stands := writer.actor = b ->> 'actor';
            their_bundle := writer;
        END IF;
        IF stands THEN
            merged := jsonb_set(merged, ARRAY[col], wanted);
        ELSE
            base := base || jsonb_build_object(col, old -> col);
            mine := mine || jsonb_build_object(col, wanted);
            theirs := theirs || jsonb_build_object(col, merged -> col);
        END IF;
    END LOOP;
    IF merged <> r.data THEN
        PERFORM desk.put(of_tbl, r.id, of_rev, merged, r.audience);
    END IF;
    IF mine <> '{}' THEN
        PERFORM desk.note_conflict(of_tbl, r, b, of_rev, base, mine, theirs, their_bundle);
        RETURN 1;
    END IF;
    RETURN 0;
END $$;

-- The steps of a bundle, as commands: each must leave the step the case stands in, by a move that the standard of the
-- case knows for a role of the officer; in the end the row says the last one reached.
CREATE OR REPLACE FUNCTION desk.check_moves(b jsonb, roles text[], before jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    m jsonb;
    stands jsonb := before;
    k jsonb;
    at_step text;
BEGIN
    FOR m IN SELECT * FROM jsonb_array_elements(b -> 'commands') LOOP
        SELECT data INTO k FROM desk.office_row WHERE id = m ->> 'id' AND tbl = m ->> 't' AND face = '';
        at_step := coalesce(stands ->> (m ->> 'id'), '');
        IF at_step <> coalesce(m ->> 'from', '') THEN
            PERFORM desk.refuse('step_moved', jsonb_build_object('id', m ->> 'id', 'from', m ->> 'from',
                'now', at_step, 'verb', m ->> 'verb'));
        ELSIF NOT EXISTS (
                SELECT FROM desk.move_rule r WHERE r.standard = k ->> 'standard' AND r.service = k ->> 'service'
                  AND r.flow = k ->> 'flow' AND r.from_step = at_step AND r.verb = m ->> 'verb'
                  AND r.to_step = m ->> 'to' AND (r.role = '*' OR r.role = ANY (roles))) THEN
            PERFORM desk.refuse('move_unknown', jsonb_build_object('id', m ->> 'id', 'from', at_step,
                'verb', m ->> 'verb', 'to', m ->> 'to'));
        END IF;
        stands := stands || jsonb_build_object(m ->> 'id', m ->> 'to');
    END LOOP;
    PERFORM desk.refuse('step_untold', jsonb_build_object('id', o.id))
    FROM jsonb_each_text(stands) AS s JOIN desk.office_row o ON o.id = s.key AND o.tbl = 'cases' AND o.face = ''
    WHERE o.data ->> 'step' <> s.value;
END $$;

-- A number in words: its template with the sequence and the suffix that the register gave.
CREATE OR REPLACE FUNCTION desk.number_words(template text, of_seq bigint, of_suffix integer) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    width integer := nullif(substring(template FROM '\{seq:0?([0-9]+)d?\}'), '')::integer;
    words text := lpad(of_seq::text, greatest(coalesce(width, 1), length(of_seq::text)), '0');
BEGIN
    words := regexp_replace(template, '\{seq(:[^}]*)?\}', words);
    RETURN replace(words, '{suffix}', CASE WHEN of_suffix > 0 THEN '.' || of_suffix ELSE '' END);
END $$;

DROP FUNCTION IF EXISTS desk.give_number(jsonb, bigint, jsonb);

-- Official numbers: given here, under the one lock, for every row that came with a provisional one. After a restore a desk
-- says which number stands on paper already: it is given again, unless somebody else was given it meanwhile. Then the
-- paper and the register differ, which becomes a conflict: returns how many.
CREATE OR REPLACE FUNCTION desk.give_number(b jsonb, n jsonb, of_rev bigint) RETURNS integer
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    of_scope text := n ->> 'scope';
    wish jsonb := b -> 'numbers' -> (n ->> 'id');
    k desk.office_row;
    given_seq bigint := (wish ->> 'seq')::bigint;
    given_suffix integer := coalesce((wish ->> 'suffix')::integer, 0);
    words text;
    printed text := coalesce(wish ->> 'printed', '');
    holder desk.office_row;
    r desk.office_row;
BEGIN
    IF wish IS NOT NULL THEN
        SELECT * INTO holder FROM desk.office_row
        WHERE tbl = 'issued_numbers' AND face = '' AND data ->> 'scope' = of_scope
          AND data ->> 'seq' = given_seq::text AND data ->> 'suffix' = given_suffix::text;
        IF FOUND THEN
            words := desk.number_words(n ->> 'template', given_seq, given_suffix);
            printed := concat_ws(E'\n', nullif(printed, ''), words);
        END IF;
    END IF;
    IF (n ->> 'suffix')::integer < 0 THEN
        IF wish IS NULL OR holder.id IS NOT NULL THEN
            given_seq := - (n ->> 'seq')::bigint;
            SELECT greatest(coalesce(max((data ->> 'suffix')::integer), 0), 1) + 1 INTO given_suffix FROM desk.office_row
            WHERE tbl = 'issued_numbers' AND face = '' AND data ->> 'scope' = of_scope AND data ->> 'seq' = given_seq::text;
        END IF;
    ELSE
        SELECT * INTO k FROM desk.office_row WHERE tbl = 'number_counters' AND face = ''
          AND data ->> 'scope' = of_scope;
        IF NOT FOUND THEN
            k.id := gen_random_uuid()::text;
            k.data := jsonb_build_object('id', k.id, 'scope', of_scope, 'start', 0, 'count', 0);
        END IF;
        IF wish IS NULL OR holder.id IS NOT NULL THEN
            given_seq := (k.data ->> 'start')::bigint + (k.data ->> 'count')::bigint + 1;
        END IF;
        PERFORM desk.put('number_counters', k.id, of_rev, jsonb_set(k.data, '{count}', to_jsonb(
            greatest((k.data ->> 'count')::bigint, given_seq - (k.data ->> 'start')::bigint))), k.audience);
    END IF;
    words := desk.number_words(n ->> 'template', given_seq, given_suffix);
    UPDATE desk.office_row
    SET data = data || jsonb_build_object('seq', given_seq, 'suffix', given_suffix, 'text', words)
                    || CASE WHEN printed = '' THEN '{}' ELSE jsonb_build_object('printed', printed) END,
        audience = desk.audience_of(tbl, data)  -- its subject may have come after it
    WHERE tbl = 'issued_numbers' AND id = n ->> 'id' RETURNING * INTO r;
    PERFORM desk.put(s.tbl, s.id, of_rev, jsonb_set(s.data, '{number}', to_jsonb(words)), s.audience)
    FROM desk.office_row s
    WHERE s.id = n ->> 'subject_id' AND s.tbl = n ->> 'subject_table' AND s.face = ''
      AND s.data ->> 'number' = n ->> 'alias';
    IF holder.id IS NULL THEN
        RETURN 0;
    END IF;
    PERFORM desk.note_conflict('issued_numbers', r, b, of_rev, jsonb_build_object('text', n -> 'alias'),
        jsonb_build_object('text', substring(printed FROM '[^\n]*$')), jsonb_build_object('text', words),
        desk.last_writer('issued_numbers', holder.id, 'scope', to_jsonb(of_scope)));
    RETURN 1;
END $$;

-- Legal erasure: blanks in the row, and nothing of it in the history but the hashes.
CREATE OR REPLACE FUNCTION desk.erase(me desk.device, e jsonb, of_rev bigint, groups jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE of_row desk.office_row;
BEGIN
    SELECT * INTO of_row FROM desk.office_row r
    WHERE r.tbl = e ->> 't' AND r.id = e ->> 'id' AND r.face = '' AND (r.audience & me.mask) <> 0;
    IF NOT FOUND THEN
        PERFORM desk.refuse('gone', jsonb_build_object('tbl', e ->> 't', 'id', e ->> 'id'));
    END IF;
    PERFORM desk.refuse('immutable', jsonb_build_object('tbl', of_row.tbl, 'column', col))
    FROM jsonb_object_keys((e ->> 'blanks')::jsonb) AS col
    WHERE col = 'id' OR NOT of_row.data ? col OR groups -> of_row.tbl ->> col = 'step';
    INSERT INTO desk.erased (tbl, id, rev, audience)
    SELECT r.tbl, r.id, of_rev, r.audience FROM desk.office_row r
    WHERE r.tbl = e ->> 't' AND r.id = e ->> 'id' AND r.face = '';
    PERFORM desk.put(r.tbl, r.id, of_rev, r.data || (e ->> 'blanks')::jsonb, r.audience)
    FROM desk.office_row r WHERE r.tbl = e ->> 't' AND r.id = e ->> 'id' AND r.face = '';
    UPDATE desk.history SET salt = NULL, old = NULL, new = NULL WHERE tbl = e ->> 't' AND id = e ->> 'id';
    UPDATE desk.bundle SET refused = NULL
    WHERE refused IS NOT NULL AND refused @> jsonb_build_object('changes',
        jsonb_build_array(jsonb_build_object('t', e ->> 't', 'id', e ->> 'id')));
END $$;

-- A take-over of many plain rows (an old guestbook): rows and history in one statement that reads the bundle once,
-- instead of a loop. False where the bundle says anything else.
CREATE OR REPLACE FUNCTION desk.put_many(b jsonb, of_rev bigint, permits jsonb) RETURNS boolean
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    of_tbl text := b -> 'changes' -> 0 ->> 't';
    of_bundle uuid := (b ->> 'id')::uuid;
BEGIN
    IF NOT coalesce(permits -> of_tbl ? '*', false) THEN
        RETURN false;
    END IF;
    WITH said AS MATERIALIZED (
        SELECT * FROM jsonb_to_recordset(b -> 'changes')
            AS changes (t text, id text, op text, h text, salt text, old text, new text)),
    plain AS (
        SELECT mask FROM desk.audience_rule WHERE tbl = of_tbl AND mask <> 0 AND case_column = '' AND subject = ''
           AND board = '{}' AND gate = '{}' AND tbl NOT IN ('staff_roles', 'mandates')
           AND NOT EXISTS (SELECT FROM said WHERE t IS DISTINCT FROM of_tbl OR op IS DISTINCT FROM 'I' OR new IS NULL)),
    stands AS (
        INSERT INTO desk.office_row (tbl, id, rev, audience, data)
        SELECT of_tbl, id, of_rev, mask, new::jsonb FROM said, plain)
    INSERT INTO desk.history (rev, ord, bundle, tbl, id, op, value_hash, salt, old, new)
    SELECT of_rev, row_number() OVER (), of_bundle, t, id, op, decode(h, 'hex'), decode(salt, 'hex'), old, new
    FROM said, plain;
    RETURN FOUND;
END $$;

-- Everything one bundle says, or a refusal (DK100).
CREATE OR REPLACE FUNCTION desk.apply(me desk.device, b jsonb, of_rev bigint, groups jsonb, roles text[], permits jsonb)
RETURNS integer
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c jsonb;
    of_tbl text;
    conflicts integer := 0;
    before jsonb := '{}';
    waiting desk.unborn;
    r desk.office_row;
BEGIN
    IF NOT (b ->> 'role' = ANY (roles)) THEN
        PERFORM desk.refuse('forged', jsonb_build_object('actor', b ->> 'actor', 'role', b ->> 'role'));
    END IF;
    IF EXISTS (SELECT FROM desk.unborn) THEN
        SELECT u.* INTO waiting FROM desk.unborn u, jsonb_array_elements(b -> 'changes') AS x
        WHERE u.id = x ->> 'id' OR u.id IN (SELECT v FROM jsonb_each_text((x ->> 'new')::jsonb) AS n (k, v)
                                            WHERE n.k LIKE '%\_id') LIMIT 1;
        IF FOUND THEN
            PERFORM desk.refuse('depends', jsonb_build_object('bundle', waiting.bundle, 'tbl', waiting.tbl,
                'action', (SELECT action FROM desk.bundle WHERE id = waiting.bundle)));
        END IF;
    END IF;
    IF jsonb_array_length(b -> 'changes') >= 50 AND desk.put_many(b, of_rev, permits) THEN
        RETURN 0;
    END IF;
    IF b -> 'commands' <> '[]' THEN
        SELECT coalesce(jsonb_object_agg(o.id, o.data ->> 'step'), '{}') INTO before
        FROM desk.office_row o WHERE o.tbl = 'cases' AND o.face = '' AND (o.audience & me.mask) <> 0
          AND o.id IN (SELECT m ->> 'id' FROM jsonb_array_elements(b -> 'commands') AS m);
        PERFORM desk.refuse('gone', jsonb_build_object('tbl', m ->> 't', 'id', m ->> 'id'))
        FROM jsonb_array_elements(b -> 'commands') AS m
        WHERE NOT before ? (m ->> 'id') AND NOT EXISTS (
            SELECT FROM jsonb_array_elements(b -> 'changes') AS x
            WHERE x ->> 'op' = 'I' AND x ->> 'id' = m ->> 'id');
    END IF;
    FOR c IN SELECT * FROM jsonb_array_elements(b -> 'changes') LOOP
        of_tbl := c ->> 't';
        IF NOT permits ? of_tbl THEN
            PERFORM desk.refuse('not_allowed', jsonb_build_object('tbl', of_tbl));
        END IF;
        IF c ->> 'op' = 'U' THEN
            IF c ->> 'new' IS NOT NULL THEN
                conflicts := conflicts + desk.merge(me, b, of_rev, c, groups, permits -> of_tbl);
            END IF;
        ELSIF NOT permits -> of_tbl ? '*' THEN
            PERFORM desk.refuse('not_allowed', jsonb_build_object('tbl', of_tbl));
        ELSIF c ->> 'op' = 'I' THEN
            IF of_tbl = 'cases' AND NOT EXISTS (
                    SELECT FROM jsonb_array_elements(b -> 'commands') AS m WHERE m ->> 'id' = c ->> 'id') THEN
                PERFORM desk.refuse('step_without_command', jsonb_build_object('tbl', of_tbl, 'column', 'step'));
            END IF;
            IF c ->> 'new' IS NOT NULL THEN
                PERFORM desk.put(of_tbl, c ->> 'id', of_rev, (c ->> 'new')::jsonb, NULL);
            END IF;
        ELSE
            SELECT * INTO r FROM desk.office_row WHERE id = c ->> 'id' AND tbl = of_tbl AND face = '';
            IF FOUND AND (r.audience & me.mask) <> 0 THEN
                PERFORM desk.drop_row(of_tbl, r.id, of_rev);
            END IF;
        END IF;
    END LOOP;
    IF b -> 'commands' <> '[]' THEN
        PERFORM desk.check_moves(b, roles, before);
    END IF;
    FOR r IN
        SELECT o.* FROM jsonb_array_elements(b -> 'changes') WITH ORDINALITY AS x (x, ord)
        JOIN desk.office_row o ON o.tbl = 'issued_numbers' AND o.id = x.x ->> 'id' AND o.face = ''
        WHERE x.x ->> 't' = 'issued_numbers' AND x.x ->> 'op' = 'I' AND (o.data ->> 'seq')::bigint < 0 ORDER BY x.ord
    LOOP
        conflicts := conflicts + desk.give_number(b, r.data, of_rev);
    END LOOP;
    IF b -> 'erasures' <> '[]' THEN
        IF NOT permits ? 'erasure' THEN
            PERFORM desk.refuse('not_allowed', jsonb_build_object('tbl', 'erasure'));
        END IF;
        PERFORM desk.erase(me, e, of_rev, groups) FROM jsonb_array_elements(b -> 'erasures') AS e;
    END IF;
    INSERT INTO desk.history (rev, ord, bundle, tbl, id, op, value_hash, salt, old, new)
    SELECT of_rev, row_number() OVER (), (b ->> 'id')::uuid, t, id, op, decode(h, 'hex'), decode(salt, 'hex'), old, new
    FROM jsonb_to_recordset(b -> 'changes')
         AS changes (t text, id text, op text, h text, salt text, old text, new text);
    RETURN conflicts;
END $$;

CREATE OR REPLACE FUNCTION desk.remember(b jsonb, me desk.device, of_rev bigint, ended text, said jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO desk.bundle (id, device, store, incarnation, seq, prev_hash, body_hash, chain_hash, schema, actor, place,
                             role, action, at, rev, outcome, answer, refused)
    VALUES ((b ->> 'id')::uuid, me.id, (b ->> 'device')::uuid, (b ->> 'incarnation')::uuid, (b ->> 'seq')::bigint,
            decode(b ->> 'prev_hash', 'hex'), decode(b ->> 'body_hash', 'hex'), decode(b ->> 'chain_hash', 'hex'),
            b ->> 'schema_version', b ->> 'actor', b ->> 'place', b ->> 'role', b ->> 'action', b ->> 'at', of_rev,
            ended, said, CASE WHEN ended = 'refused' THEN b END);
    IF ended = 'refused' THEN
        INSERT INTO desk.unborn (id, tbl, bundle)
        SELECT x ->> 'id', x ->> 't', (b ->> 'id')::uuid FROM jsonb_array_elements(b -> 'changes') AS x
        WHERE x ->> 'op' = 'I' ON CONFLICT DO NOTHING;
    ELSIF b -> 'commands' <> '[]' THEN
        INSERT INTO desk.move_made (bundle, ord, tbl, id, from_step, verb, to_step)
        SELECT (b ->> 'id')::uuid, ord, x ->> 't', x ->> 'id', coalesce(x ->> 'from', ''), x ->> 'verb', x ->> 'to'
        FROM jsonb_array_elements(b -> 'commands') WITH ORDINALITY AS commands (x, ord);
    END IF;
END $$;

-- After a restore: whether what a bundle of before misses may still be sent again by a device that has not done so. One
-- that itself waits, and since then nothing came, sends nothing: else two would wait for each other.
DROP FUNCTION IF EXISTS desk.may_still_come(desk.device, desk.head, jsonb);
CREATE OR REPLACE FUNCTION desk.may_still_come(me desk.device, h desk.head, b jsonb, at_rev bigint) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT (b ->> 'at')::timestamptz < h.restored_at AND EXISTS (
        SELECT FROM desk.device d WHERE d.id <> me.id AND d.claimed_at IS NOT NULL AND d.revoked_at IS NULL
          AND d.mask & 15 <> 0 AND d.caught_up IS DISTINCT FROM h.epoch
          AND d.waits_at IS DISTINCT FROM at_rev)
$$;

-- A device has sent everything it had in this epoch.
CREATE OR REPLACE FUNCTION desk.caught_up() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    UPDATE desk.device SET caught_up = (SELECT epoch FROM desk.head)
    WHERE id = (desk.me()).id AND caught_up IS DISTINCT FROM (SELECT epoch FROM desk.head)
$$;

-- The one way in: an array of bundles in their order, answered one by one in one transaction. Plans are made without
-- looking at what is asked: a plan for a bundle of megabytes would copy it for each word that names it.
CREATE OR REPLACE FUNCTION desk.push(bundles text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    me desk.device;
    h desk.head;
    s desk.strand;
    b jsonb;
    known desk.bundle;
    groups jsonb := desk.groups();
    roles text[];
    permits jsonb;
    whose text := '';
    said jsonb;
    answers jsonb[] := '{}';
    conflicts integer;
    next_rev bigint;
    said_code text;
    said_detail text;
    waits boolean := false;
BEGIN
    SELECT * INTO h FROM desk.head FOR UPDATE;
    me := desk.me();
    next_rev := h.rev;
    FOR b IN SELECT * FROM jsonb_array_elements(bundles::jsonb) LOOP
        SELECT * INTO known FROM desk.bundle WHERE id = (b ->> 'id')::uuid;
        IF FOUND THEN
            IF known.body_hash <> decode(b ->> 'body_hash', 'hex') THEN
                RAISE EXCEPTION 'fork' USING ERRCODE = 'DK009';
            END IF;
            answers := answers || known.answer;
            CONTINUE;
        END IF;
        IF s.incarnation IS DISTINCT FROM (b ->> 'incarnation')::uuid THEN
            UPDATE desk.strand SET seq = s.seq, chain = s.chain
            WHERE store = s.store AND incarnation = s.incarnation;
            s := desk.strand_of(me, b);
        END IF;
        IF (b ->> 'seq')::bigint <= s.seq OR (b ->> 'device')::uuid <> me.store THEN
            RAISE EXCEPTION 'fork' USING ERRCODE = 'DK009';
        ELSIF (b ->> 'seq')::bigint <> s.seq + 1 THEN
            RAISE EXCEPTION 'gap' USING ERRCODE = 'DK010', DETAIL = (s.seq + 1)::text;
        ELSIF decode(b ->> 'prev_hash', 'hex') <> s.chain AND s.seq > 0
              OR sha256(decode(b ->> 'prev_hash', 'hex') || decode(b ->> 'body_hash', 'hex'))
                 <> decode(b ->> 'chain_hash', 'hex') THEN
            RAISE EXCEPTION 'fork' USING ERRCODE = 'DK009';
        END IF;
        IF whose <> (b ->> 'actor') || left(b ->> 'at', 16) OR permits IS NULL THEN
            whose := (b ->> 'actor') || left(b ->> 'at', 16);
            SELECT coalesce(array_agg(held), '{}') INTO roles
            FROM unnest(desk.roles_at(b ->> 'actor', b ->> 'at')) AS held
            JOIN desk.role_rule rr ON rr.role = held WHERE rr.mask & me.mask <> 0
              AND EXISTS (SELECT FROM desk.office_row WHERE tbl = 'staff' AND id = b ->> 'actor'
                          AND data ->> 'active' = '1');
            permits := desk.permits_of(roles);
        END IF;
        BEGIN
            conflicts := desk.apply(me, b, next_rev + 1, groups, roles, permits);
            next_rev := next_rev + 1;
            h.mark := (b ->> 'id')::uuid;
            said := jsonb_build_object('id', b ->> 'id', 'outcome', 'applied', 'rev', next_rev, 'conflicts', conflicts);
            IF permits ? 'staff_roles' OR permits ? 'mandates' THEN
                permits := NULL;  -- who may change roles may just have changed their own
            END IF;
        EXCEPTION
            WHEN SQLSTATE 'DK100' THEN
                GET STACKED DIAGNOSTICS said_code = MESSAGE_TEXT, said_detail = PG_EXCEPTION_DETAIL;
                waits := said_code IN ('gone', 'step_moved', 'depends') AND desk.may_still_come(me, h, b, next_rev);
                said := jsonb_build_object('id', b ->> 'id', 'outcome', 'refused', 'code', said_code,
                                           'detail', said_detail::jsonb);
            WHEN unique_violation THEN
                said := jsonb_build_object('id', b ->> 'id', 'outcome', 'refused', 'code', 'duplicate', 'detail', '{}'::jsonb);
            WHEN data_exception THEN
                said := jsonb_build_object('id', b ->> 'id', 'outcome', 'refused', 'code', 'malformed', 'detail', '{}'::jsonb);
        END;
        EXIT WHEN waits;  -- neither taken nor refused: it is sent again once the others have come
        PERFORM desk.remember(b, me, next_rev, said ->> 'outcome', said);
        s.seq := (b ->> 'seq')::bigint;
        s.chain := decode(b ->> 'chain_hash', 'hex');
        answers := answers || said;
    END LOOP;
    UPDATE desk.strand SET seq = s.seq, chain = s.chain WHERE store = s.store AND incarnation = s.incarnation;
    IF next_rev > h.rev THEN
        UPDATE desk.head SET rev = next_rev, mark = h.mark;
        PERFORM pg_notify('desk', next_rev::text);
    END IF;
    UPDATE desk.device SET seen_at = clock_timestamp(), waits_at = CASE WHEN waits THEN next_rev END WHERE id = me.id;
    RETURN to_jsonb(answers);
END $$;

-- Two PCs go on from one copy of a data folder: from now on neither is the device, until one is enrolled anew.
CREATE OR REPLACE FUNCTION desk.forked() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    UPDATE desk.device SET incarnation = NULL WHERE id = (desk.me()).id
$$;

-- The chain a bundle belongs to; a restored device goes on with a new incarnation.
CREATE OR REPLACE FUNCTION desk.strand_of(me desk.device, b jsonb) RETURNS desk.strand
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE s desk.strand;
BEGIN
    INSERT INTO desk.strand (device, store, incarnation, chain)
    VALUES (me.id, me.store, (b ->> 'incarnation')::uuid, decode(b ->> 'prev_hash', 'hex')) ON CONFLICT DO NOTHING;
    SELECT * INTO s FROM desk.strand WHERE store = me.store AND incarnation = (b ->> 'incarnation')::uuid FOR UPDATE;
    RETURN s;
END $$;

-- Server first: a key that one device holds for some seconds while it does what could collide.
CREATE OR REPLACE FUNCTION desk.claim(of_key text, seconds integer) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    me desk.device := desk.me();
    holder text;
BEGIN
    INSERT INTO desk.claim AS c (key, device, until)
    VALUES (of_key, me.id, clock_timestamp() + make_interval(secs => least(greatest(seconds, 1), 60)))
    ON CONFLICT (key) DO UPDATE SET device = me.id, until = excluded.until
    WHERE c.device = me.id OR c.until < clock_timestamp();
    SELECT d.label INTO holder FROM desk.claim c JOIN desk.device d ON d.id = c.device
    WHERE c.key = of_key AND c.device <> me.id;
    RETURN coalesce(holder, '');
END $$;

CREATE OR REPLACE FUNCTION desk.release(of_key text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    DELETE FROM desk.claim WHERE key = of_key AND device = (desk.me()).id
$$;

-- Attachments, in chunks by content, outside the one lock.
CREATE OR REPLACE FUNCTION desk.blob_begin(of_sha text, of_size bigint, of_type text) RETURNS integer[]
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE me desk.device := desk.me();
BEGIN
    IF me.mask & 15 = 0 THEN
        RAISE EXCEPTION 'not_allowed' USING ERRCODE = 'DK011';
    END IF;
    INSERT INTO desk.blob (sha256, size, media_type) VALUES (of_sha, of_size, of_type) ON CONFLICT DO NOTHING;
    IF (SELECT whole FROM desk.blob WHERE sha256 = of_sha) THEN
        RETURN NULL;
    END IF;
    RETURN (SELECT coalesce(array_agg(n ORDER BY n), '{}') FROM desk.chunk WHERE sha256 = of_sha);
END $$;

CREATE OR REPLACE FUNCTION desk.blob_put(of_sha text, of_n integer, part bytea) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE me desk.device := desk.me();
BEGIN
    IF me.mask & 15 = 0 OR length(part) > 262144 THEN
        RAISE EXCEPTION 'not_allowed' USING ERRCODE = 'DK011';
    ELSIF NOT (SELECT whole FROM desk.blob WHERE sha256 = of_sha) THEN
        INSERT INTO desk.chunk (sha256, n, content) VALUES (of_sha, of_n, part) ON CONFLICT DO NOTHING;
    END IF;
END $$;

-- Only what hashes to its name becomes whole; anything else is thrown away and sent again.
CREATE OR REPLACE FUNCTION desk.blob_end(of_sha text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    me desk.device := desk.me();
    good boolean;
BEGIN
    SELECT encode(sha256(coalesce(string_agg(content, ''::bytea ORDER BY n), ''::bytea)), 'hex') = of_sha INTO good
    FROM desk.chunk WHERE sha256 = of_sha;
    IF good THEN
        UPDATE desk.blob SET whole = true WHERE sha256 = of_sha;
    ELSE
        DELETE FROM desk.chunk WHERE sha256 = of_sha
           AND NOT (SELECT whole FROM desk.blob WHERE sha256 = of_sha);
    END IF;
    RETURN good;
END $$;

CREATE OR REPLACE FUNCTION desk.blob_get(of_sha text, of_n integer) RETURNS bytea
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT c.content FROM desk.chunk c JOIN desk.blob b ON b.sha256 = c.sha256 AND b.whole
    WHERE c.sha256 = of_sha AND c.n = of_n AND EXISTS (
        SELECT FROM desk.office_row o WHERE o.tbl = 'attachments' AND o.face = ''
          AND o.data ->> 'sha256' = of_sha AND o.audience & (desk.me()).mask <> 0)
$$;

-- Where every device stands, without names of people.
CREATE OR REPLACE FUNCTION desk.state() RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM desk.me();
    RETURN (SELECT jsonb_build_object('rev', rev, 'epoch', epoch, 'gone_floor', gone_floor, 'saved_rev', saved_rev,
                                      'mark', coalesce(mark::text, ''))
            FROM desk.head);
END $$;
