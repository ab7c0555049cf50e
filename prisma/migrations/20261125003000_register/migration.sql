-- One register for every channel: what staff enter, requesters without an email address whose notices are letters
-- to print, and requests that belong to a customer-controller.

-- Without an address there is nothing to search by; the words of the name stay searchable.
ALTER TABLE "Filing" ALTER COLUMN "emailIndex" DROP NOT NULL;
-- What staff entered: the text as it came, the processor it came through; under the filing's key.
ALTER TABLE "Filing" ADD COLUMN "asReceivedSealed" bytea;
-- How a postal address was verified and by whom; null where a link did it.
ALTER TABLE "Filing" ADD COLUMN "confirmedHow" text CHECK ("confirmedHow" IN ('records', 'letter_answered', 'in_person'));
ALTER TABLE "Filing" ADD COLUMN "confirmedBy" text;
ALTER TABLE "Filing" ADD CHECK (("confirmedHow" IS NULL) = ("confirmedBy" IS NULL));
ALTER TABLE "Filing" ADD CHECK ("confirmedHow" IS NULL OR ("confirmedAt" IS NOT NULL AND "emailIndex" IS NULL));

-- A request where the controller only was the processor: sent on to the customer-controller. state: pending (the
-- letter to the customer has not been accepted yet: no effect), effective, recalled (taken back before it left).
CREATE TABLE "Forwarding" (
  "id" uuid NOT NULL PRIMARY KEY,
  "controllerId" uuid NOT NULL,
  "requestId" uuid NOT NULL,
  "state" text NOT NULL CHECK ("state" IN ('pending', 'effective', 'recalled')),
  "customerSealed" bytea NOT NULL,
  "forwardedBy" text NOT NULL,
  "forwardedAt" timestamptz(3) NOT NULL,
  "effectiveAt" timestamptz(3),
  UNIQUE ("controllerId", "id"),
  FOREIGN KEY ("controllerId", "requestId") REFERENCES "RightsRequest" ("controllerId", "id")
);
CREATE UNIQUE INDEX "Forwarding_standing" ON "Forwarding" ("controllerId", "requestId") WHERE "state" <> 'recalled';
GRANT SELECT, INSERT, UPDATE ON "Forwarding" TO habeas_app;
GRANT SELECT ON "Forwarding" TO habeas_auditor;

-- A notice may be a letter to print, and may go to the customer-controller of a forwarded request.
ALTER TABLE "Notice" ADD COLUMN "postedHow" text
  CHECK ("postedHow" IN ('post', 'registered_post', 'handed_over', 'read_out'));
ALTER TABLE "Notice" ADD COLUMN "forwardingId" uuid;
ALTER TABLE "Notice" ADD FOREIGN KEY ("controllerId", "forwardingId") REFERENCES "Forwarding" ("controllerId", "id");
ALTER TABLE "Notice" DROP CONSTRAINT "Notice_state_check";
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_state_check"
  CHECK ("state" IN ('owed', 'held', 'sending', 'to_post', 'accepted', 'failed', 'recalled'));

DROP INDEX "Notice_trouble";
CREATE INDEX "Notice_trouble" ON "Notice" ("controllerId", "filingId") WHERE "state" IN ('failed', 'held', 'to_post');
