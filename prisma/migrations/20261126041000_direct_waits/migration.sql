-- That a person is answered themselves waits for the mail that tells them (its addressee is sealed in it): pending until it
-- was accepted, withdrawn where it was taken back. The link in that mail is made only then.
ALTER TABLE "AuthorityCheck" ADD COLUMN "state" text NOT NULL DEFAULT 'effective'
  CHECK ("state" IN ('pending', 'effective', 'withdrawn'));
ALTER TABLE "AuthorityCheck" ADD COLUMN "noticeId" uuid;
ALTER TABLE "AuthorityCheck" ADD COLUMN "linkId" uuid;
ALTER TABLE "AuthorityCheck" ADD CHECK ("state" = 'effective' OR "result" = 'direct');
ALTER TABLE "AuthorityCheck" ADD CHECK ("state" <> 'pending' OR ("noticeId" IS NOT NULL AND "linkId" IS NOT NULL));
CREATE UNIQUE INDEX "AuthorityCheck_pending" ON "AuthorityCheck" ("controllerId", "filingId") WHERE "state" = 'pending';
CREATE INDEX "AuthorityCheck_notice" ON "AuthorityCheck" ("noticeId") WHERE "noticeId" IS NOT NULL;
GRANT UPDATE ("state") ON "AuthorityCheck" TO habeas_app;
GRANT SELECT ("state", "noticeId", "linkId") ON "AuthorityCheck" TO habeas_auditor;
