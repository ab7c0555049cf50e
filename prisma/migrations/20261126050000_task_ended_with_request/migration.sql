-- A task that lost its object when its request ended was ended by nobody: that is its ground.
ALTER TABLE "Task" DROP CONSTRAINT "Task_check1";
ALTER TABLE "Task" ADD CONSTRAINT "Task_ended" CHECK ("state" = 'open' OR ("proofSealed" IS NOT NULL
  AND ("doneBy" IS NOT NULL OR "ground" IN ('request_ended', 'not_in_time'))));
