-- Whoever objected to direct marketing may wish it again (GDPR Art. 7, 21(3)): an entry is lifted with the wish and the
-- reason, and stays as the record. A new objection is a new entry.
ALTER TABLE "Suppression" ADD COLUMN "liftedAt" timestamptz(3);
ALTER TABLE "Suppression" ADD COLUMN "liftedBy" text;
ALTER TABLE "Suppression" ADD COLUMN "liftSealed" bytea;
ALTER TABLE "Suppression" ADD CHECK (num_nonnulls("liftedAt", "liftedBy", "liftSealed") IN (0, 3));
ALTER TABLE "Suppression" DROP CONSTRAINT "Suppression_controllerId_emailIndex_key";
CREATE UNIQUE INDEX "Suppression_standing" ON "Suppression" ("controllerId", "emailIndex") WHERE "liftedAt" IS NULL;
-- A question that was taken back is known by its notice.
ALTER TABLE "ThreadMessage" DROP COLUMN "recalledAt";
