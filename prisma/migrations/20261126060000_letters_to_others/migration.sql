-- Letters to recipients, processors and other controllers leave as notices of the desk.

-- Whom a notice goes to, where that is neither the person of its filing nor a colleague; sealed under the notice's key.
-- A forwarding from before this has its customer in its own row alone (lib/db/addressee.ts).
ALTER TABLE "Notice" ADD COLUMN "addresseeSealed" bytea;
-- The task that the letter is for; a task may have several.
ALTER TABLE "Notice" ADD COLUMN "taskId" uuid;
ALTER TABLE "Notice" ADD FOREIGN KEY ("controllerId", "taskId") REFERENCES "Task" ("controllerId", "id");
ALTER TABLE "Notice" ADD CHECK ("taskId" IS NULL OR "addresseeSealed" IS NOT NULL);
CREATE INDEX "Notice_task" ON "Notice" ("controllerId", "taskId") WHERE "taskId" IS NOT NULL;

ALTER TABLE "LetterDraft" DROP CONSTRAINT "LetterDraft_kind_check";
ALTER TABLE "LetterDraft" ADD CONSTRAINT "LetterDraft_kind_check"
  CHECK ("kind" IN ('extension', 'question', 'forwarding', 'reopening', 'lifting', 'objection', 'withdrawal', 'direct', 'others'));
