-- A request that was sent on and opened again is answered here, or sent on anew: the earlier forwarding stays as
-- superseded, and stands in the way of no other.
ALTER TABLE "Forwarding" DROP CONSTRAINT "Forwarding_state_check";
ALTER TABLE "Forwarding" ADD CONSTRAINT "Forwarding_state_check"
  CHECK ("state" IN ('pending', 'effective', 'recalled', 'superseded'));
DROP INDEX "Forwarding_standing";
CREATE UNIQUE INDEX "Forwarding_standing" ON "Forwarding" ("controllerId", "requestId")
  WHERE "state" IN ('pending', 'effective');
