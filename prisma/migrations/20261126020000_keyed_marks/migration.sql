-- What was a plain hash of personal data could be tried out with a list of guesses by whoever holds a copy of the
-- database: a filing's mark is keyed from here on, the hash of a file is sealed with its name.
UPDATE "Filing" SET "bodyHash" = '\x';
ALTER TABLE "StoredFile" ADD COLUMN "sha256Sealed" bytea;
ALTER TABLE "StoredFile" DROP COLUMN "sha256";
ALTER TABLE "StoredFile" ADD CHECK (("deletedAt" IS NULL) = ("sha256Sealed" IS NOT NULL)) NOT VALID;
