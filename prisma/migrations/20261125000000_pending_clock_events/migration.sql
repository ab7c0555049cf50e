-- What the law ties to a notice happens to the clock only once that notice was accepted or its posting recorded:
-- until then the event is pending, and it is void when the notice never left.
ALTER TABLE "ClockEvent" ADD COLUMN "state" text NOT NULL DEFAULT 'effective'
  CHECK ("state" IN ('pending', 'effective', 'void'));
ALTER TABLE "ClockEvent" ADD COLUMN "noticeId" uuid;
ALTER TABLE "ClockEvent" ADD CHECK ("state" <> 'pending' OR "noticeId" IS NOT NULL);
ALTER TABLE "ClockEvent" ADD FOREIGN KEY ("controllerId", "noticeId") REFERENCES "Notice" ("controllerId", "id");
CREATE INDEX "ClockEvent_notice" ON "ClockEvent" ("controllerId", "noticeId") WHERE "noticeId" IS NOT NULL;
