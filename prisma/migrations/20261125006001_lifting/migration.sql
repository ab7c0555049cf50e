-- A restriction is lifted only once the person was told (GDPR Art. 18(3)): the task waits for that notice.
ALTER TABLE "Task" ADD COLUMN "noticeId" uuid;
ALTER TABLE "Task" ADD FOREIGN KEY ("controllerId", "noticeId") REFERENCES "Notice" ("controllerId", "id");
CREATE INDEX "Task_notice" ON "Task" ("controllerId", "noticeId") WHERE "noticeId" IS NOT NULL;
CREATE INDEX "Task_stop" ON "Task" ("controllerId", "dueOn")
  WHERE "state" = 'open' AND "kind" IN ('stop_marketing', 'stop_consent');
