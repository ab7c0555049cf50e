-- The privacy office's desk: an answer can be recalled before its notice leaves, what an officer writes
-- is kept until it is sent, and the views of the queue find their rows without reading the others.

ALTER TABLE "Notice" DROP CONSTRAINT "Notice_state_check";
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_state_check"
  CHECK ("state" IN ('owed', 'held', 'sending', 'accepted', 'failed', 'recalled'));

-- An answer in the making, one for each officer and request; sealed under the request's key.
CREATE TABLE "DecisionDraft" (
  "id" uuid NOT NULL PRIMARY KEY,
  "controllerId" uuid NOT NULL,
  "requestId" uuid NOT NULL,
  "staffId" uuid NOT NULL REFERENCES "Staff" ("id"),
  "contentSealed" bytea NOT NULL,
  "updatedAt" timestamptz(3) NOT NULL,
  UNIQUE ("controllerId", "requestId", "staffId"),
  FOREIGN KEY ("controllerId", "requestId") REFERENCES "RightsRequest" ("controllerId", "id")
);
GRANT SELECT, INSERT, UPDATE, DELETE ON "DecisionDraft" TO habeas_app;

CREATE INDEX "RightsRequest_open_filing" ON "RightsRequest" ("controllerId", "filingId") WHERE "closedAt" IS NULL;
CREATE INDEX "RightsRequest_replied" ON "RightsRequest" ("controllerId", "workBy", "id")
  WHERE "closedAt" IS NULL AND "repliedAt" IS NOT NULL AND "waitingSince" IS NULL;
CREATE INDEX "Notice_trouble" ON "Notice" ("controllerId", "filingId") WHERE "state" IN ('failed', 'held');
CREATE INDEX "RequestFlag_standing" ON "RequestFlag" ("controllerId", "requestId") WHERE "removedAt" IS NULL;
CREATE INDEX "AuditEvent_subject" ON "AuditEvent" ("chainId", "subjectId", "seq");
