-- A line feed among the facts would make every later check of the log fail at that line: nobody who speaks SQL as the
-- app may write one.
CREATE OR REPLACE FUNCTION audit_append(p_chain uuid, p_events jsonb) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  v_seq bigint;
  v_hash bytea;
  v_at timestamptz(3);
  v_event jsonb;
  v_line text;
  v_facts text;
BEGIN
  IF jsonb_typeof(p_events) <> 'array' OR jsonb_array_length(p_events) = 0 THEN
    RAISE EXCEPTION 'audit_append needs at least one event';
  END IF;
  INSERT INTO "AuditHead" ("chainId", "seq", "hash", "at")
    VALUES (p_chain, -1, decode(repeat('00', 32), 'hex'), clock_timestamp())
    ON CONFLICT DO NOTHING;
  SELECT "seq", "hash", "at" INTO v_seq, v_hash, v_at FROM "AuditHead" WHERE "chainId" = p_chain FOR UPDATE;
  v_at := greatest(v_at, date_trunc('milliseconds', clock_timestamp()));
  FOR v_event IN SELECT value FROM jsonb_array_elements(p_events) LOOP
    IF v_event->>'type' !~ '^[a-z][a-z0-9_.]{2,60}$' OR v_event->>'actor' !~ '^[a-z]+(:[a-z0-9-]{1,60})?$' THEN
      RAISE EXCEPTION 'audit event with a bad type or actor';
    END IF;
    v_facts := v_event->>'facts';
    IF json_typeof(v_facts::json) <> 'object' THEN
      RAISE EXCEPTION 'audit facts must be an object';
    END IF;
    IF v_facts ~ E'[\\x01-\\x1f]' THEN
      RAISE EXCEPTION 'audit facts must be one line of canonical JSON';
    END IF;
    v_seq := v_seq + 1;
    v_line := '{"actor":"' || (v_event->>'actor')
      || '","at":"' || to_char(v_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
      || '","chain":"' || p_chain
      || '","facts":' || v_facts
      || ',"prev":"' || encode(v_hash, 'hex')
      || '","request":' || coalesce('"' || (v_event->>'request')::uuid || '"', 'null')
      || ',"seq":' || v_seq
      || ',"subject":' || coalesce('"' || (v_event->>'subject')::uuid || '"', 'null')
      || ',"type":"' || (v_event->>'type') || '"}';
    v_hash := sha256(convert_to(v_line, 'UTF8'));
    INSERT INTO "AuditEvent" ("chainId", "seq", "at", "type", "actor", "subjectId", "requestId", "line", "hash")
      VALUES (p_chain, v_seq, v_at, v_event->>'type', v_event->>'actor', (v_event->>'subject')::uuid,
              (v_event->>'request')::uuid, v_line, v_hash);
  END LOOP;
  UPDATE "AuditHead" SET "seq" = v_seq, "hash" = v_hash, "at" = v_at WHERE "chainId" = p_chain;
  RETURN v_seq;
END $$;

-- What the app never does it may not do.
REVOKE DELETE ON "Link", "StaffLink" FROM habeas_app;
REVOKE UPDATE ON "ControllerSettings", "CalendarVersion", "KeyCanary" FROM habeas_app;
