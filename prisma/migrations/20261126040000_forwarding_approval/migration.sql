-- Where the controller wants it, sending a request on waits for the data protection officer as an answer does: no letter
-- is owed before, and who wrote it is not who approves it. What is said to the customer is kept, sealed, until then.
ALTER TABLE "Forwarding" ADD COLUMN "noteSealed" bytea;
ALTER TABLE "Forwarding" ADD COLUMN "approvedBy" text;
ALTER TABLE "Forwarding" ADD COLUMN "approvedAt" timestamptz(3);
ALTER TABLE "Forwarding" ADD CHECK ("approvedBy" IS NULL OR "approvedBy" <> "forwardedBy");
ALTER TABLE "Forwarding" DROP CONSTRAINT "Forwarding_state_check";
ALTER TABLE "Forwarding" ADD CONSTRAINT "Forwarding_state_check"
  CHECK ("state" IN ('awaiting_approval', 'pending', 'effective', 'recalled', 'sent_back', 'superseded'));
DROP INDEX "Forwarding_standing";
CREATE UNIQUE INDEX "Forwarding_standing" ON "Forwarding" ("controllerId", "requestId")
  WHERE "state" IN ('awaiting_approval', 'pending', 'effective');
