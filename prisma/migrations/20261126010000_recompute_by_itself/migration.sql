-- A changed calendar, profile, reading or policy recomputes the open requests by itself: what it would move is counted
-- before the change is saved, and the run is owed with it. Runs that were only a preview have changed nothing and go.
DELETE FROM "ClockRunLine" l USING "ClockRun" r
  WHERE r."controllerId" = l."controllerId" AND r."id" = l."runId" AND r."state" IN ('previewing', 'previewed', 'dropped');
DELETE FROM "ClockRun" WHERE "state" IN ('previewing', 'previewed', 'dropped');
DROP INDEX "ClockRun_working";
ALTER TABLE "ClockRun" DROP CONSTRAINT "ClockRun_state_check";
ALTER TABLE "ClockRun" ADD CONSTRAINT "ClockRun_state_check" CHECK ("state" IN ('applying', 'done', 'superseded'));
-- What made it needed; null of runs that were started by hand, before they were owed.
ALTER TABLE "ClockRun" ADD COLUMN "because" text CHECK ("because" IN ('settings', 'own_day', 'behind'));
-- One at a time for a controller: a second would fight over the same requests.
CREATE UNIQUE INDEX "ClockRun_working" ON "ClockRun" ("controllerId") WHERE "state" = 'applying';
REVOKE DELETE ON "ClockRunLine" FROM habeas_app;
