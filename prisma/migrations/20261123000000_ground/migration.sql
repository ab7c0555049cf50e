-- The ground: every table of Habeas, its keys across controllers, the audit log and the rights of the three
-- database roles (habeas_owner runs this file; habeas_app and habeas_auditor exist before it).

CREATE TABLE "Controller" (
  "id" uuid NOT NULL PRIMARY KEY,
  "slug" text NOT NULL UNIQUE,
  "settingsVersion" integer NOT NULL,
  "createdAt" timestamptz(3) NOT NULL
);

CREATE TABLE "ControllerSlug" (
  "slug" text NOT NULL PRIMARY KEY,
  "controllerId" uuid NOT NULL,
  "createdAt" timestamptz(3) NOT NULL
);

CREATE TABLE "ControllerSettings" (
  "controllerId" uuid NOT NULL,
  "version" integer NOT NULL,
  "settings" jsonb NOT NULL,
  "createdAt" timestamptz(3) NOT NULL,
  "createdBy" text NOT NULL,
  CONSTRAINT "ControllerSettings_pkey" PRIMARY KEY ("controllerId", "version")
);

CREATE TABLE "Authority" (
  "slug" text NOT NULL PRIMARY KEY,
  "version" integer NOT NULL,
  "data" jsonb NOT NULL,
  "datedOn" date NOT NULL,
  "updatedAt" timestamptz(3) NOT NULL
);

CREATE TABLE "CalendarVersion" (
  "region" text NOT NULL,
  "version" integer NOT NULL,
  "checkedBy" text,
  "fromYear" integer NOT NULL,
  "toYear" integer NOT NULL,
  "official" date[] NOT NULL,
  "addedByStatute" date[] NOT NULL,
  "source" text NOT NULL,
  "createdAt" timestamptz(3) NOT NULL,
  CONSTRAINT "CalendarVersion_pkey" PRIMARY KEY ("region", "version")
);

CREATE TABLE "DataKey" (
  "id" uuid NOT NULL PRIMARY KEY,
  "controllerId" uuid,
  "ownerKind" text NOT NULL,
  "ownerId" uuid NOT NULL,
  "kekId" text NOT NULL,
  "wrapped" bytea,
  "createdAt" timestamptz(3) NOT NULL,
  "destroyedAt" timestamptz(3),
  UNIQUE ("ownerKind", "ownerId")
);

CREATE TABLE "KeyCanary" (
  "kekId" text NOT NULL PRIMARY KEY,
  "sealed" bytea NOT NULL
);

CREATE TABLE "Draft" (
  "id" uuid NOT NULL PRIMARY KEY,
  "controllerId" uuid NOT NULL,
  "tokenHash" bytea NOT NULL UNIQUE,
  "dataKeyId" uuid NOT NULL,
  "answersSealed" bytea NOT NULL,
  "version" integer NOT NULL DEFAULT 1,
  "createdAt" timestamptz(3) NOT NULL,
  "expiresAt" timestamptz(3) NOT NULL,
  "filingId" uuid
);

CREATE TABLE "Filing" (
  "id" uuid NOT NULL PRIMARY KEY,
  "controllerId" uuid NOT NULL,
  "channel" text NOT NULL,
  "language" text NOT NULL,
  "receivedAt" timestamptz(3) NOT NULL,
  "zone" text NOT NULL,
  "receivedOn" date NOT NULL,
  "recordedAt" timestamptz(3) NOT NULL,
  "recordedBy" text NOT NULL,
  "idempotencyKey" text NOT NULL,
  "bodyHash" bytea NOT NULL,
  "dataKeyId" uuid NOT NULL,
  "whoSealed" bytea NOT NULL,
  "verbatimSealed" bytea NOT NULL,
  "emailIndex" bytea NOT NULL,
  "confirmedAt" timestamptz(3),
  "remindedAt" timestamptz(3),
  "settingsVersion" integer NOT NULL,
  UNIQUE ("controllerId", "id"),
  UNIQUE ("controllerId", "idempotencyKey")
);

CREATE TABLE "PersonIndex" (
  "controllerId" uuid NOT NULL,
  "hash" bytea NOT NULL,
  "filingId" uuid NOT NULL,
  "kind" text NOT NULL,
  "keyVersion" integer NOT NULL,
  CONSTRAINT "PersonIndex_pkey" PRIMARY KEY ("controllerId", "hash", "filingId")
);

CREATE TABLE "RightsRequest" (
  "id" uuid NOT NULL PRIMARY KEY,
  "controllerId" uuid NOT NULL,
  "filingId" uuid NOT NULL,
  "reference" text NOT NULL UNIQUE,
  "right" text NOT NULL,
  "state" text NOT NULL,
  "version" integer NOT NULL DEFAULT 1,
  "dataKeyId" uuid NOT NULL,
  "detailsSealed" bytea NOT NULL,
  "assigneeId" uuid,
  "receivedAt" timestamptz(3) NOT NULL,
  "waitingSince" timestamptz(3),
  "repliedAt" timestamptz(3),
  "closedAt" timestamptz(3),
  "outcome" text,
  "clockStatus" text NOT NULL,
  "targetOn" date,
  "safeOn" date,
  "statutoryOn" date,
  "nominalOn" date,
  "promisedOn" date,
  "extensionNoticeBy" date,
  "refusalBy" date,
  "workBy" date NOT NULL,
  "dueEndExclusive" timestamptz(3),
  "profile" text NOT NULL,
  "profileVersion" text NOT NULL,
  "ruleVersion" text NOT NULL,
  "calendarRegion" text NOT NULL,
  "calendarVersion" integer NOT NULL,
  "holidayPolicy" text NOT NULL,
  "zoneDataVersion" text NOT NULL,
  UNIQUE ("controllerId", "id")
);

CREATE TABLE "ClockEvent" (
  "id" uuid NOT NULL PRIMARY KEY,
  "controllerId" uuid NOT NULL,
  "requestId" uuid NOT NULL,
  "type" text NOT NULL,
  "occurredAt" timestamptz(3) NOT NULL,
  "recordedAt" timestamptz(3) NOT NULL,
  "recordedBy" text NOT NULL,
  "facts" jsonb NOT NULL,
  "supersedes" uuid
);

CREATE TABLE "ThreadMessage" (
  "id" uuid NOT NULL PRIMARY KEY,
  "controllerId" uuid NOT NULL,
  "requestId" uuid NOT NULL,
  "kind" text NOT NULL,
  "author" text NOT NULL,
  "bodySealed" bytea NOT NULL,
  "createdAt" timestamptz(3) NOT NULL
);

CREATE TABLE "RequestFlag" (
  "id" uuid NOT NULL PRIMARY KEY,
  "controllerId" uuid NOT NULL,
  "requestId" uuid NOT NULL,
  "ground" text NOT NULL,
  "reasonSealed" bytea NOT NULL,
  "raisedBy" uuid NOT NULL,
  "raisedAt" timestamptz(3) NOT NULL,
  "removedBy" uuid,
  "removedAt" timestamptz(3)
);

CREATE TABLE "Decision" (
  "id" uuid NOT NULL PRIMARY KEY,
  "controllerId" uuid NOT NULL,
  "requestId" uuid NOT NULL,
  "state" text NOT NULL,
  "outcome" text NOT NULL,
  "ground" text,
  "contentSealed" bytea NOT NULL,
  "letterSealed" bytea NOT NULL,
  "letterTemplate" text NOT NULL,
  "letterVersion" integer NOT NULL,
  "decidedBy" text NOT NULL,
  "decidedAt" timestamptz(3) NOT NULL,
  "noticeId" uuid NOT NULL,
  "effectiveAt" timestamptz(3)
);

CREATE TABLE "Notice" (
  "id" uuid NOT NULL PRIMARY KEY,
  "controllerId" uuid NOT NULL,
  "filingId" uuid,
  "staffId" uuid,
  "requestId" uuid,
  "kind" text NOT NULL,
  "language" text NOT NULL,
  "template" text NOT NULL,
  "templateVersion" integer NOT NULL,
  "dataKeyId" uuid NOT NULL,
  "contentSealed" bytea NOT NULL,
  "state" text NOT NULL,
  "attempts" integer NOT NULL DEFAULT 0,
  "nextAttemptAt" timestamptz(3) NOT NULL,
  "messageId" text NOT NULL,
  "lastError" text,
  "owedAt" timestamptz(3) NOT NULL,
  "acceptedAt" timestamptz(3)
);

CREATE TABLE "Link" (
  "id" uuid NOT NULL PRIMARY KEY,
  "controllerId" uuid NOT NULL,
  "filingId" uuid NOT NULL,
  "purpose" text NOT NULL,
  "tokenHash" bytea NOT NULL UNIQUE,
  "createdAt" timestamptz(3) NOT NULL,
  "expiresAt" timestamptz(3) NOT NULL,
  "usedAt" timestamptz(3),
  "supersededAt" timestamptz(3)
);

CREATE TABLE "RequesterSession" (
  "id" uuid NOT NULL PRIMARY KEY,
  "controllerId" uuid NOT NULL,
  "filingId" uuid NOT NULL,
  "tokenHash" bytea NOT NULL UNIQUE,
  "createdAt" timestamptz(3) NOT NULL,
  "expiresAt" timestamptz(3) NOT NULL,
  "revokedAt" timestamptz(3)
);

CREATE TABLE "Staff" (
  "id" uuid NOT NULL PRIMARY KEY,
  "dataKeyId" uuid NOT NULL,
  "whoSealed" bytea NOT NULL,
  "emailIndex" bytea NOT NULL UNIQUE,
  "passwordHash" text,
  "totpSealed" bytea,
  "totpLastStep" bigint,
  "language" text NOT NULL,
  "version" integer NOT NULL DEFAULT 1,
  "createdAt" timestamptz(3) NOT NULL,
  "disabledAt" timestamptz(3)
);

CREATE TABLE "StaffRole" (
  "staffId" uuid NOT NULL,
  "controllerId" uuid NOT NULL,
  "role" text NOT NULL,
  "grantedAt" timestamptz(3) NOT NULL,
  CONSTRAINT "StaffRole_pkey" PRIMARY KEY ("staffId", "controllerId", "role")
);

CREATE TABLE "StaffLink" (
  "id" uuid NOT NULL PRIMARY KEY,
  "staffId" uuid NOT NULL,
  "purpose" text NOT NULL,
  "tokenHash" bytea NOT NULL UNIQUE,
  "createdAt" timestamptz(3) NOT NULL,
  "expiresAt" timestamptz(3) NOT NULL,
  "usedAt" timestamptz(3),
  "supersededAt" timestamptz(3)
);

CREATE TABLE "RecoveryCode" (
  "id" uuid NOT NULL PRIMARY KEY,
  "staffId" uuid NOT NULL,
  "codeHash" bytea NOT NULL,
  "usedAt" timestamptz(3),
  UNIQUE ("staffId", "codeHash")
);

CREATE TABLE "StaffSession" (
  "id" uuid NOT NULL PRIMARY KEY,
  "staffId" uuid NOT NULL,
  "createdAt" timestamptz(3) NOT NULL,
  "lastSeenAt" timestamptz(3) NOT NULL,
  "expiresAt" timestamptz(3) NOT NULL,
  "revokedAt" timestamptz(3)
);

CREATE TABLE "AuditHead" (
  "chainId" uuid NOT NULL PRIMARY KEY,
  "seq" bigint NOT NULL,
  "hash" bytea NOT NULL,
  "at" timestamptz(3) NOT NULL
);

CREATE TABLE "AuditEvent" (
  "chainId" uuid NOT NULL,
  "seq" bigint NOT NULL,
  "at" timestamptz(3) NOT NULL,
  "type" text NOT NULL,
  "actor" text NOT NULL,
  "subjectId" uuid,
  "requestId" uuid,
  "line" text NOT NULL,
  "hash" bytea NOT NULL,
  CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("chainId", "seq")
);

-- A row of one controller can only point at rows of the same controller.
ALTER TABLE "ControllerSlug" ADD FOREIGN KEY ("controllerId") REFERENCES "Controller" ("id");
ALTER TABLE "ControllerSettings" ADD FOREIGN KEY ("controllerId") REFERENCES "Controller" ("id");
ALTER TABLE "DataKey" ADD FOREIGN KEY ("controllerId") REFERENCES "Controller" ("id");
ALTER TABLE "DataKey" ADD UNIQUE ("controllerId", "id");
ALTER TABLE "DataKey" ADD CHECK (("wrapped" IS NULL) = ("destroyedAt" IS NOT NULL));
ALTER TABLE "Draft" ADD FOREIGN KEY ("controllerId") REFERENCES "Controller" ("id");
ALTER TABLE "Draft" ADD FOREIGN KEY ("controllerId", "dataKeyId") REFERENCES "DataKey" ("controllerId", "id");
ALTER TABLE "Filing" ADD FOREIGN KEY ("controllerId") REFERENCES "Controller" ("id");
ALTER TABLE "Filing" ADD FOREIGN KEY ("controllerId", "dataKeyId") REFERENCES "DataKey" ("controllerId", "id");
ALTER TABLE "Draft" ADD FOREIGN KEY ("controllerId", "filingId") REFERENCES "Filing" ("controllerId", "id");
ALTER TABLE "PersonIndex" ADD FOREIGN KEY ("controllerId", "filingId") REFERENCES "Filing" ("controllerId", "id");
ALTER TABLE "RightsRequest" ADD FOREIGN KEY ("controllerId", "filingId") REFERENCES "Filing" ("controllerId", "id");
ALTER TABLE "RightsRequest" ADD FOREIGN KEY ("controllerId", "dataKeyId") REFERENCES "DataKey" ("controllerId", "id");
ALTER TABLE "RightsRequest" ADD FOREIGN KEY ("assigneeId") REFERENCES "Staff" ("id");
ALTER TABLE "RightsRequest" ADD FOREIGN KEY ("calendarRegion", "calendarVersion") REFERENCES "CalendarVersion" ("region", "version");
ALTER TABLE "ClockEvent" ADD FOREIGN KEY ("controllerId", "requestId") REFERENCES "RightsRequest" ("controllerId", "id");
ALTER TABLE "ThreadMessage" ADD FOREIGN KEY ("controllerId", "requestId") REFERENCES "RightsRequest" ("controllerId", "id");
ALTER TABLE "RequestFlag" ADD FOREIGN KEY ("controllerId", "requestId") REFERENCES "RightsRequest" ("controllerId", "id");
ALTER TABLE "RequestFlag" ADD FOREIGN KEY ("raisedBy") REFERENCES "Staff" ("id");
ALTER TABLE "Notice" ADD UNIQUE ("controllerId", "id");
ALTER TABLE "Notice" ADD FOREIGN KEY ("controllerId", "filingId") REFERENCES "Filing" ("controllerId", "id");
ALTER TABLE "Notice" ADD FOREIGN KEY ("controllerId", "requestId") REFERENCES "RightsRequest" ("controllerId", "id");
ALTER TABLE "Notice" ADD FOREIGN KEY ("staffId") REFERENCES "Staff" ("id");
ALTER TABLE "Notice" ADD CHECK (num_nonnulls("filingId", "staffId") = 1);
ALTER TABLE "Notice" ADD CHECK ("state" IN ('owed', 'held', 'sending', 'accepted', 'failed'));
ALTER TABLE "Decision" ADD FOREIGN KEY ("controllerId", "requestId") REFERENCES "RightsRequest" ("controllerId", "id");
ALTER TABLE "Decision" ADD FOREIGN KEY ("controllerId", "noticeId") REFERENCES "Notice" ("controllerId", "id");
ALTER TABLE "Decision" ADD CHECK ("state" IN ('pending', 'effective', 'recalled'));
ALTER TABLE "Link" ADD FOREIGN KEY ("controllerId", "filingId") REFERENCES "Filing" ("controllerId", "id");
ALTER TABLE "RequesterSession" ADD FOREIGN KEY ("controllerId", "filingId") REFERENCES "Filing" ("controllerId", "id");
ALTER TABLE "Staff" ADD FOREIGN KEY ("dataKeyId") REFERENCES "DataKey" ("id");
ALTER TABLE "StaffRole" ADD FOREIGN KEY ("staffId") REFERENCES "Staff" ("id");
ALTER TABLE "StaffRole" ADD FOREIGN KEY ("controllerId") REFERENCES "Controller" ("id");
ALTER TABLE "StaffRole" ADD CHECK ("role" IN ('administrator', 'officer', 'dpo', 'contributor', 'auditor'));
ALTER TABLE "StaffLink" ADD FOREIGN KEY ("staffId") REFERENCES "Staff" ("id");
ALTER TABLE "RecoveryCode" ADD FOREIGN KEY ("staffId") REFERENCES "Staff" ("id");
ALTER TABLE "StaffSession" ADD FOREIGN KEY ("staffId") REFERENCES "Staff" ("id");

-- The queue: open requests of one controller, first due first.
CREATE INDEX "RightsRequest_queue" ON "RightsRequest" ("controllerId", "workBy", "id") WHERE "closedAt" IS NULL;
CREATE INDEX "RightsRequest_mine" ON "RightsRequest" ("controllerId", "assigneeId", "workBy", "id") WHERE "closedAt" IS NULL;
CREATE INDEX "RightsRequest_waiting" ON "RightsRequest" ("controllerId", "workBy", "id") WHERE "closedAt" IS NULL AND "waitingSince" IS NOT NULL;
CREATE INDEX "RightsRequest_closed" ON "RightsRequest" ("controllerId", "closedAt" DESC, "id") WHERE "closedAt" IS NOT NULL;
CREATE INDEX "RightsRequest_filing" ON "RightsRequest" ("controllerId", "filingId");
CREATE INDEX "Filing_unconfirmed" ON "Filing" ("controllerId", "receivedAt") WHERE "confirmedAt" IS NULL;
CREATE INDEX "Filing_email" ON "Filing" ("controllerId", "emailIndex", "receivedAt");
CREATE INDEX "PersonIndex_filing" ON "PersonIndex" ("controllerId", "filingId");
CREATE INDEX "ClockEvent_request" ON "ClockEvent" ("controllerId", "requestId", "occurredAt");
CREATE INDEX "ThreadMessage_request" ON "ThreadMessage" ("controllerId", "requestId", "createdAt");
CREATE INDEX "RequestFlag_request" ON "RequestFlag" ("controllerId", "requestId");
CREATE INDEX "Decision_request" ON "Decision" ("controllerId", "requestId");
CREATE UNIQUE INDEX "Decision_one_standing" ON "Decision" ("controllerId", "requestId") WHERE "state" <> 'recalled';
CREATE UNIQUE INDEX "Decision_notice" ON "Decision" ("controllerId", "noticeId");
CREATE INDEX "Notice_owed" ON "Notice" ("nextAttemptAt") WHERE "state" IN ('owed', 'held', 'sending');
CREATE INDEX "Notice_failed" ON "Notice" ("controllerId", "requestId") WHERE "state" = 'failed';
CREATE INDEX "Notice_filing" ON "Notice" ("controllerId", "filingId");
CREATE INDEX "Link_filing" ON "Link" ("controllerId", "filingId", "purpose");
CREATE INDEX "RequesterSession_filing" ON "RequesterSession" ("filingId");
CREATE INDEX "Draft_expiry" ON "Draft" ("expiresAt");
CREATE INDEX "StaffRole_controller" ON "StaffRole" ("controllerId");
CREATE INDEX "StaffLink_staff" ON "StaffLink" ("staffId");
CREATE INDEX "StaffSession_staff" ON "StaffSession" ("staffId") WHERE "revokedAt" IS NULL;
CREATE INDEX "AuditEvent_request" ON "AuditEvent" ("chainId", "requestId", "seq");

-- Rate limits (rate-limiter-flexible's PostgreSQL store); keys are keyed hashes, never addresses.
CREATE TABLE "RateLimit" (
  "key" text NOT NULL PRIMARY KEY,
  "points" integer NOT NULL DEFAULT 0,
  "expire" bigint
);

-- The audit log. Nobody inserts, changes or removes a line by hand: lines come from audit_append alone.
CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is append-only';
END $$;

CREATE TRIGGER "AuditEvent_append_only" BEFORE UPDATE OR DELETE ON "AuditEvent"
  FOR EACH ROW EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER "AuditEvent_no_truncate" BEFORE TRUNCATE ON "AuditEvent"
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();

-- Appends events to a chain and returns the new head sequence number.
-- Each event is a jsonb object {type, actor, subject, request, facts}; facts is the canonical JSON text
-- made by the caller, stored as those bytes and never re-serialised. The line is canonical JSON
-- (RFC 8785: keys in order, no spaces): the values written here are ids, dates and [a-z0-9_.:-] words,
-- checked below, so that no escaping can be needed. The head row is taken last and released at commit.
CREATE FUNCTION audit_append(p_chain uuid, p_events jsonb) RETURNS bigint
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

REVOKE ALL ON FUNCTION audit_append(uuid, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_append(uuid, jsonb) TO habeas_app;

-- The app writes its own tables, reads the log, and cannot touch a line of it.
GRANT USAGE ON SCHEMA public TO habeas_app, habeas_auditor;
GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO habeas_app;
REVOKE INSERT, UPDATE ON "AuditEvent", "AuditHead" FROM habeas_app;
REVOKE ALL ON "_prisma_migrations" FROM habeas_app;
GRANT SELECT ON "_prisma_migrations" TO habeas_app;
GRANT DELETE ON "Draft", "PersonIndex", "RequesterSession", "StaffSession", "StaffRole", "RecoveryCode", "RateLimit", "DataKey", "Link", "StaffLink" TO habeas_app;

-- The auditor reads the log and the facts about requests; sealed columns are unreadable without the keys.
GRANT SELECT ON "AuditEvent", "AuditHead", "Controller", "ControllerSettings", "CalendarVersion", "Authority",
  "RightsRequest", "Filing", "ClockEvent", "Decision", "Notice", "RequestFlag" TO habeas_auditor;
