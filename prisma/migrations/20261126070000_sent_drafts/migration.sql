-- What somebody wrote stays until its letter was accepted, so that undoing the sending gives it back: the instant of the
-- sending, which is that of its notice; null while it is written.
ALTER TABLE "LetterDraft" ADD COLUMN "sentAt" timestamptz(3);
ALTER TABLE "IdentityDraft" ADD COLUMN "sentAt" timestamptz(3);

-- One that is written, and any that were sent.
ALTER TABLE "LetterDraft" DROP CONSTRAINT "ClockDraft_controllerId_requestId_staffId_kind_key";
CREATE UNIQUE INDEX "LetterDraft_written" ON "LetterDraft" ("controllerId", "requestId", "staffId", "kind")
  WHERE "sentAt" IS NULL;
CREATE INDEX "LetterDraft_sent" ON "LetterDraft" ("controllerId", "requestId") WHERE "sentAt" IS NOT NULL;
