-- Files of the staff: what proves an assessment (its request names it), and what proves that a task was done.
ALTER TABLE "StoredFile" DROP CONSTRAINT "StoredFile_purpose_check";
ALTER TABLE "StoredFile" ADD CONSTRAINT "StoredFile_purpose_check"
  CHECK ("purpose" IN ('original', 'identity_evidence', 'authority_evidence', 'assessment_evidence', 'proof', 'answer'));
ALTER TABLE "StoredFile" ADD COLUMN "taskId" uuid;
ALTER TABLE "StoredFile" ADD FOREIGN KEY ("controllerId", "taskId") REFERENCES "Task" ("controllerId", "id");
ALTER TABLE "StoredFile" ADD CHECK (("taskId" IS NOT NULL) = ("purpose" = 'proof'));
GRANT SELECT ("taskId") ON "StoredFile" TO habeas_auditor;
-- A task has as many files as prove it; they name it.
ALTER TABLE "Task" DROP COLUMN "fileId";
