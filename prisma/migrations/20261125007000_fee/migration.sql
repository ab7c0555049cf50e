-- Manifestly unfounded or excessive (GDPR Art. 12(5)): addresses that staff took for one person's, the assessment
-- with its second person, the rate card, the fee with the requester's choice, and what was paid of it.

CREATE TABLE "PersonLink" (
  "id" uuid NOT NULL PRIMARY KEY,
  "controllerId" uuid NOT NULL,
  "requestId" uuid NOT NULL,
  "filingId" uuid NOT NULL,
  "otherFilingId" uuid NOT NULL,
  "reasonSealed" bytea NOT NULL,
  "linkedBy" uuid NOT NULL REFERENCES "Staff" ("id"),
  "linkedAt" timestamptz(3) NOT NULL,
  "removedBy" uuid REFERENCES "Staff" ("id"),
  "removedAt" timestamptz(3),
  CHECK ("filingId" <> "otherFilingId"),
  CHECK (("removedBy" IS NULL) = ("removedAt" IS NULL)),
  FOREIGN KEY ("controllerId", "requestId") REFERENCES "RightsRequest" ("controllerId", "id"),
  FOREIGN KEY ("controllerId", "filingId") REFERENCES "Filing" ("controllerId", "id"),
  FOREIGN KEY ("controllerId", "otherFilingId") REFERENCES "Filing" ("controllerId", "id")
);
CREATE INDEX "PersonLink_filing" ON "PersonLink" ("controllerId", "filingId") WHERE "removedAt" IS NULL;
CREATE INDEX "PersonLink_other" ON "PersonLink" ("controllerId", "otherFilingId") WHERE "removedAt" IS NULL;

-- An assessment is a row per version. Whoever wrote in a version cannot be its second person: the table says so too.
CREATE TABLE "Assessment" (
  "id" uuid NOT NULL PRIMARY KEY,
  "controllerId" uuid NOT NULL,
  "requestId" uuid NOT NULL,
  "version" integer NOT NULL,
  "state" text NOT NULL CHECK ("state" IN ('draft', 'proposed', 'sent_back', 'approved', 'dropped')),
  "ground" text NOT NULL CHECK ("ground" IN ('unfounded', 'excessive')),
  "proposal" text NOT NULL CHECK ("proposal" IN ('refuse', 'fee', 'neither')),
  "contentSealed" bytea NOT NULL,
  "writerIds" uuid[] NOT NULL,
  "createdAt" timestamptz(3) NOT NULL,
  "savedAt" timestamptz(3) NOT NULL,
  "proposedBy" uuid REFERENCES "Staff" ("id"),
  "proposedAt" timestamptz(3),
  "secondId" uuid REFERENCES "Staff" ("id"),
  "secondAt" timestamptz(3),
  "droppedBy" text,
  "droppedAt" timestamptz(3),
  "reasonSealed" bytea,
  UNIQUE ("controllerId", "id"),
  UNIQUE ("controllerId", "requestId", "version"),
  CHECK (cardinality("writerIds") > 0),
  CHECK ("secondId" IS NULL OR NOT ("secondId" = ANY ("writerIds"))),
  CHECK ("state" NOT IN ('approved', 'sent_back') OR ("secondId" IS NOT NULL AND "secondAt" IS NOT NULL)),
  CHECK ("state" = 'draft' OR "state" = 'dropped' OR "proposedBy" IS NOT NULL),
  FOREIGN KEY ("controllerId", "requestId") REFERENCES "RightsRequest" ("controllerId", "id")
);
CREATE UNIQUE INDEX "Assessment_one_standing" ON "Assessment" ("controllerId", "requestId")
  WHERE "state" IN ('draft', 'proposed', 'approved');

CREATE TABLE "FeeRateCard" (
  "controllerId" uuid NOT NULL REFERENCES "Controller" ("id"),
  "version" integer NOT NULL,
  "currency" text NOT NULL CHECK ("currency" ~ '^[A-Z]{3}$'),
  "lines" jsonb NOT NULL,
  "createdAt" timestamptz(3) NOT NULL,
  "createdBy" text NOT NULL,
  PRIMARY KEY ("controllerId", "version")
);

-- Amounts are whole minor units (öre, cents, Rappen); quantities are hundredths.
CREATE TABLE "Fee" (
  "id" uuid NOT NULL PRIMARY KEY,
  "controllerId" uuid NOT NULL,
  "requestId" uuid NOT NULL,
  "assessmentId" uuid NOT NULL,
  "noticeId" uuid NOT NULL,
  "state" text NOT NULL CHECK ("state" IN ('pending', 'recalled', 'open', 'accepted', 'narrowed', 'objected',
    'unanswered', 'paid', 'waived', 'refunded', 'closed')),
  "profile" text NOT NULL,
  "currency" text NOT NULL CHECK ("currency" ~ '^[A-Z]{3}$'),
  "cardVersion" integer NOT NULL,
  "lines" jsonb NOT NULL,
  "totalMinor" bigint NOT NULL CHECK ("totalMinor" > 0),
  "answerBy" date NOT NULL,
  "letterSealed" bytea NOT NULL,
  "letterTemplate" text NOT NULL,
  "letterVersion" integer NOT NULL,
  "noticedBy" text NOT NULL,
  "noticedAt" timestamptz(3) NOT NULL,
  "effectiveAt" timestamptz(3),
  "chosenAt" timestamptz(3),
  "endedAt" timestamptz(3),
  UNIQUE ("controllerId", "id"),
  FOREIGN KEY ("controllerId", "requestId") REFERENCES "RightsRequest" ("controllerId", "id"),
  FOREIGN KEY ("controllerId", "assessmentId") REFERENCES "Assessment" ("controllerId", "id"),
  FOREIGN KEY ("controllerId", "noticeId") REFERENCES "Notice" ("controllerId", "id"),
  FOREIGN KEY ("controllerId", "cardVersion") REFERENCES "FeeRateCard" ("controllerId", "version")
);
CREATE UNIQUE INDEX "Fee_one_standing" ON "Fee" ("controllerId", "requestId")
  WHERE "state" IN ('pending', 'open', 'accepted', 'objected', 'unanswered', 'paid');
CREATE UNIQUE INDEX "Fee_notice" ON "Fee" ("controllerId", "noticeId");
CREATE INDEX "Fee_request" ON "Fee" ("controllerId", "requestId");
CREATE INDEX "Fee_waiting" ON "Fee" ("answerBy") WHERE "state" = 'open';

-- What the requester and staff said and did about a fee, in order; texts sealed under the request's key.
CREATE TABLE "FeeEvent" (
  "id" uuid NOT NULL PRIMARY KEY,
  "controllerId" uuid NOT NULL,
  "feeId" uuid NOT NULL,
  "kind" text NOT NULL CHECK ("kind" IN ('accepted', 'narrowed', 'objected', 'upheld', 'given_in', 'unanswered',
    'payment', 'waived', 'refund', 'closed')),
  "by" text NOT NULL,
  "at" timestamptz(3) NOT NULL,
  "amountMinor" bigint CHECK ("amountMinor" > 0),
  "on" date,
  "textSealed" bytea,
  "referenceSealed" bytea,
  CHECK (("kind" IN ('payment', 'refund')) = ("amountMinor" IS NOT NULL)),
  FOREIGN KEY ("controllerId", "feeId") REFERENCES "Fee" ("controllerId", "id")
);
CREATE INDEX "FeeEvent_fee" ON "FeeEvent" ("controllerId", "feeId", "at");

GRANT SELECT, INSERT, UPDATE ON "PersonLink", "Assessment", "FeeRateCard", "Fee", "FeeEvent" TO habeas_app;
GRANT SELECT ON "PersonLink", "Assessment", "FeeRateCard", "Fee", "FeeEvent" TO habeas_auditor;
