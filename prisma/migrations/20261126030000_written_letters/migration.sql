-- Every letter that staff write is previewed before it is sent, and can be taken back for a short while after; what
-- came or was said outside the portal is kept with how and when it came and who wrote it down.

-- A letter in the making; sealed under the request's key. One for each officer, request and kind.
ALTER TABLE "ClockDraft" RENAME TO "LetterDraft";
ALTER TABLE "LetterDraft" DROP CONSTRAINT "ClockDraft_kind_check";
ALTER TABLE "LetterDraft" ADD CONSTRAINT "LetterDraft_kind_check"
  CHECK ("kind" IN ('extension', 'question', 'forwarding', 'reopening', 'lifting', 'objection', 'withdrawal'));

-- What stood before a request was opened again, for as long as that can be taken back.
ALTER TABLE "Reopening" ADD COLUMN "noticeId" uuid;
ALTER TABLE "Reopening" ADD COLUMN "outcomeBefore" text;
ALTER TABLE "Reopening" ADD COLUMN "closedAtBefore" timestamptz(3);
ALTER TABLE "Reopening" ADD COLUMN "promisedBefore" date;
ALTER TABLE "Reopening" ADD COLUMN "takenBackAt" timestamptz(3);
ALTER TABLE "Reopening" ADD FOREIGN KEY ("controllerId", "noticeId") REFERENCES "Notice" ("controllerId", "id");

-- The answer to an objection happens to the fee when its notice was accepted, and not before; "on" is the new day to
-- answer that it names.
ALTER TABLE "FeeEvent" ADD COLUMN "noticeId" uuid;
ALTER TABLE "FeeEvent" ADD COLUMN "state" text NOT NULL DEFAULT 'effective'
  CHECK ("state" IN ('pending', 'effective', 'void'));
ALTER TABLE "FeeEvent" ADD CHECK ("state" <> 'pending' OR "noticeId" IS NOT NULL);
ALTER TABLE "FeeEvent" ADD FOREIGN KEY ("controllerId", "noticeId") REFERENCES "Notice" ("controllerId", "id");
CREATE INDEX "FeeEvent_notice" ON "FeeEvent" ("controllerId", "noticeId") WHERE "noticeId" IS NOT NULL;

-- How something of the requester came that staff wrote down, and when they did; null for what came through the portal.
ALTER TABLE "ThreadMessage" ADD COLUMN "way" text
  CHECK ("way" IN ('phone', 'email', 'post', 'in_person', 'representative', 'other'));
ALTER TABLE "ThreadMessage" ADD COLUMN "recordedAt" timestamptz(3);
ALTER TABLE "ThreadMessage" ADD CHECK (("way" IS NULL) = ("recordedAt" IS NULL));

-- A demand for proof that was open when the request ended was never met: opened again, nothing leaves before it is.
ALTER TABLE "IdentityCheck" DROP CONSTRAINT "IdentityCheck_state_check";
ALTER TABLE "IdentityCheck" ADD CONSTRAINT "IdentityCheck_state_check"
  CHECK ("state" IN ('asked', 'answered', 'passed', 'failed', 'not_needed', 'ended', 'void'));
