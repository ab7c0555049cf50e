-- Identity checks (GDPR Art. 12(6)) and authority to act for somebody. What was doubted, asked and found is sealed under
-- the request's key and stays as the record; what the person showed is sealed under a key of its own and destroyed.
CREATE TABLE "IdentityCheck" (
  "id" uuid NOT NULL PRIMARY KEY,
  "controllerId" uuid NOT NULL REFERENCES "Controller" ("id"),
  "requestId" uuid NOT NULL,
  "state" text NOT NULL CHECK ("state" IN ('asked', 'answered', 'passed', 'failed', 'not_needed', 'void')),
  "category" text NOT NULL,
  "methods" text[] NOT NULL,
  "askedSealed" bytea NOT NULL,
  "letterSealed" bytea NOT NULL,
  "noticeId" uuid NOT NULL,
  "askedAt" timestamptz(3) NOT NULL,
  "askedBy" text NOT NULL,
  "dataKeyId" uuid NOT NULL,
  "codeSealed" bytea,
  "method" text,
  "answerSealed" bytea,
  "codeMatched" boolean,
  "receivedAt" timestamptz(3),
  "resultMethod" text,
  "noteSealed" bytea,
  "resolvedAt" timestamptz(3),
  "resolvedBy" text,
  "evidenceDeletedAt" timestamptz(3),
  FOREIGN KEY ("controllerId", "requestId") REFERENCES "RightsRequest" ("controllerId", "id"),
  FOREIGN KEY ("controllerId", "noticeId") REFERENCES "Notice" ("controllerId", "id"),
  FOREIGN KEY ("controllerId", "dataKeyId") REFERENCES "DataKey" ("controllerId", "id"),
  CHECK (("state" IN ('asked', 'answered')) = ("resolvedAt" IS NULL)),
  CHECK ("evidenceDeletedAt" IS NULL OR ("answerSealed" IS NULL AND "codeSealed" IS NULL))
);
CREATE INDEX "IdentityCheck_request" ON "IdentityCheck" ("controllerId", "requestId", "askedAt");
-- One demand at a time.
CREATE UNIQUE INDEX "IdentityCheck_open" ON "IdentityCheck" ("controllerId", "requestId") WHERE "resolvedAt" IS NULL;
CREATE INDEX "IdentityCheck_evidence" ON "IdentityCheck" ("receivedAt") WHERE "evidenceDeletedAt" IS NULL;
GRANT SELECT, INSERT, UPDATE ON "IdentityCheck" TO habeas_app;
GRANT SELECT ("id", "controllerId", "requestId", "state", "category", "methods", "noticeId", "askedAt", "askedBy",
  "method", "receivedAt", "resultMethod", "resolvedAt", "resolvedBy", "evidenceDeletedAt") ON "IdentityCheck" TO habeas_auditor;

-- What was shown to prove that somebody may act for another, by whom it was checked, and with what result. The
-- newest row of a filing counts; none means that nobody has looked yet.
CREATE TABLE "AuthorityCheck" (
  "id" uuid NOT NULL PRIMARY KEY,
  "controllerId" uuid NOT NULL REFERENCES "Controller" ("id"),
  "filingId" uuid NOT NULL,
  "result" text NOT NULL CHECK ("result" IN ('accepted', 'rejected', 'direct')),
  "kind" text NOT NULL,
  "shownSealed" bytea NOT NULL,
  "checkedAt" timestamptz(3) NOT NULL,
  "checkedBy" text NOT NULL,
  FOREIGN KEY ("controllerId", "filingId") REFERENCES "Filing" ("controllerId", "id")
);
CREATE INDEX "AuthorityCheck_filing" ON "AuthorityCheck" ("controllerId", "filingId", "checkedAt");
GRANT SELECT, INSERT ON "AuthorityCheck" TO habeas_app;
GRANT SELECT ("id", "controllerId", "filingId", "result", "kind", "checkedAt", "checkedBy") ON "AuthorityCheck" TO habeas_auditor;

-- An identity request in the making; sealed under the request's key. One for each of the staff and request.
CREATE TABLE "IdentityDraft" (
  "controllerId" uuid NOT NULL,
  "requestId" uuid NOT NULL,
  "staffId" uuid NOT NULL REFERENCES "Staff" ("id"),
  "contentSealed" bytea NOT NULL,
  "updatedAt" timestamptz(3) NOT NULL,
  PRIMARY KEY ("controllerId", "requestId", "staffId"),
  FOREIGN KEY ("controllerId", "requestId") REFERENCES "RightsRequest" ("controllerId", "id")
);
GRANT SELECT, INSERT, UPDATE, DELETE ON "IdentityDraft" TO habeas_app;
