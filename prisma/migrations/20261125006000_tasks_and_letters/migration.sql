-- What follows from a filing or a decision (tasks with proof), who must agree (the data protection officer),
-- how a letter can be taken back, and what happens when a closed request is opened again.

-- A question is shown to the requester only once its mail is on its way.
ALTER TABLE "ThreadMessage" ADD COLUMN "noticeId" uuid;
ALTER TABLE "ThreadMessage" ADD FOREIGN KEY ("controllerId", "noticeId") REFERENCES "Notice" ("controllerId", "id");

-- A decision that waits for approval has no notice yet. Of one request one decision stands at a time; those that
-- were taken back, sent back or superseded by a reopening stay readable.
ALTER TABLE "Decision" ALTER COLUMN "noticeId" DROP NOT NULL;
ALTER TABLE "Decision" ADD COLUMN "approvedBy" text;
ALTER TABLE "Decision" ADD COLUMN "approvedAt" timestamptz(3);
ALTER TABLE "Decision" ADD COLUMN "supersededAt" timestamptz(3);
ALTER TABLE "Decision" DROP CONSTRAINT "Decision_state_check";
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_state_check"
  CHECK ("state" IN ('awaiting_approval', 'pending', 'effective', 'recalled', 'sent_back', 'superseded'));
ALTER TABLE "Decision" ADD CHECK ("noticeId" IS NOT NULL OR "state" NOT IN ('pending', 'effective', 'superseded'));
ALTER TABLE "Decision" ADD CHECK ("approvedBy" IS NULL OR "approvedBy" <> "decidedBy");
DROP INDEX "Decision_one_standing";
CREATE UNIQUE INDEX "Decision_one_standing" ON "Decision" ("controllerId", "requestId")
  WHERE "state" IN ('awaiting_approval', 'pending', 'effective');
ALTER TABLE "Decision" ADD UNIQUE ("controllerId", "id");
CREATE INDEX "RightsRequest_awaiting_approval" ON "RightsRequest" ("controllerId", "workBy", "id")
  WHERE "state" = 'awaiting_approval';

-- state: open, done, not_possible. What it is about and its proof are sealed under the request's key.
CREATE TABLE "Task" (
  "id" uuid NOT NULL PRIMARY KEY,
  "controllerId" uuid NOT NULL,
  "requestId" uuid NOT NULL,
  "decisionId" uuid,
  "kind" text NOT NULL,
  "state" text NOT NULL CHECK ("state" IN ('open', 'done', 'not_possible')),
  "factsSealed" bytea NOT NULL,
  "dueOn" date NOT NULL,
  "assigneeId" uuid REFERENCES "Staff" ("id"),
  "createdAt" timestamptz(3) NOT NULL,
  "createdBy" text NOT NULL,
  "doneAt" timestamptz(3),
  "doneBy" uuid REFERENCES "Staff" ("id"),
  "ground" text,
  "proofSealed" bytea,
  "fileId" uuid,
  CHECK (("state" = 'open') = ("doneAt" IS NULL)),
  CHECK ("state" = 'open' OR ("doneBy" IS NOT NULL AND "proofSealed" IS NOT NULL)),
  CHECK (("state" = 'not_possible') = ("ground" IS NOT NULL)),
  UNIQUE ("controllerId", "id"),
  FOREIGN KEY ("controllerId", "requestId") REFERENCES "RightsRequest" ("controllerId", "id"),
  FOREIGN KEY ("controllerId", "decisionId") REFERENCES "Decision" ("controllerId", "id")
);
CREATE INDEX "Task_request" ON "Task" ("controllerId", "requestId");
CREATE INDEX "Task_due" ON "Task" ("controllerId", "dueOn", "requestId") WHERE "state" = 'open';

-- Who is not to get direct marketing any more: a keyed index of the address, and the address sealed under a key of
-- its own, because the entry outlives the request it came from.
CREATE TABLE "Suppression" (
  "id" uuid NOT NULL PRIMARY KEY,
  "controllerId" uuid NOT NULL,
  "emailIndex" bytea NOT NULL,
  "keyVersion" integer NOT NULL,
  "requestId" uuid NOT NULL,
  "dataKeyId" uuid NOT NULL,
  "addressSealed" bytea NOT NULL,
  "createdAt" timestamptz(3) NOT NULL,
  UNIQUE ("controllerId", "emailIndex"),
  FOREIGN KEY ("controllerId", "requestId") REFERENCES "RightsRequest" ("controllerId", "id"),
  FOREIGN KEY ("controllerId", "dataKeyId") REFERENCES "DataKey" ("controllerId", "id")
);

-- A closed request that was opened again, from where the call for it came and why.
CREATE TABLE "Reopening" (
  "id" uuid NOT NULL PRIMARY KEY,
  "controllerId" uuid NOT NULL,
  "requestId" uuid NOT NULL,
  "decisionId" uuid,
  "source" text NOT NULL CHECK ("source" IN ('complaint', 'authority', 'court', 'own_review')),
  "reasonSealed" bytea NOT NULL,
  "reachedAt" timestamptz(3) NOT NULL,
  "orderedBy" date,
  "reopenedAt" timestamptz(3) NOT NULL,
  "reopenedBy" text NOT NULL,
  FOREIGN KEY ("controllerId", "requestId") REFERENCES "RightsRequest" ("controllerId", "id"),
  FOREIGN KEY ("controllerId", "decisionId") REFERENCES "Decision" ("controllerId", "id")
);
CREATE INDEX "Reopening_request" ON "Reopening" ("controllerId", "requestId");

-- A controller's own words around the fixed parts of a letter: versions are only added.
CREATE TABLE "Wording" (
  "controllerId" uuid NOT NULL REFERENCES "Controller" ("id"),
  "kind" text NOT NULL,
  "language" text NOT NULL,
  "version" integer NOT NULL,
  "opening" text NOT NULL,
  "closing" text NOT NULL,
  "savedAt" timestamptz(3) NOT NULL,
  "savedBy" text NOT NULL,
  PRIMARY KEY ("controllerId", "kind", "language", "version")
);
ALTER TABLE "Notice" ADD COLUMN "wordingVersion" integer;
ALTER TABLE "Decision" ADD COLUMN "wordingVersion" integer;

GRANT SELECT, INSERT, UPDATE ON "Task", "Suppression", "Reopening" TO habeas_app;
GRANT SELECT, INSERT ON "Wording" TO habeas_app;
GRANT SELECT ON "Task", "Suppression", "Reopening", "Wording" TO habeas_auditor;
