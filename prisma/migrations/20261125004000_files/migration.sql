-- Sealed files: the row says what a file is, its content lies sealed on disk under the id (lib/db/file.ts). Each
-- file has a data key of its own, so that one can be destroyed and every other one stays. A deleted file keeps its
-- row, without name, hash or key, as the record that there was one.
CREATE TABLE "StoredFile" (
  "id" uuid NOT NULL PRIMARY KEY,
  "controllerId" uuid NOT NULL REFERENCES "Controller" ("id"),
  "filingId" uuid,
  "requestId" uuid,
  "purpose" text NOT NULL CHECK ("purpose" IN ('original', 'identity_evidence', 'authority_evidence', 'proof', 'answer')),
  "dataKeyId" uuid NOT NULL,
  "nameSealed" bytea,
  "mediaType" text NOT NULL,
  "size" bigint NOT NULL CHECK ("size" > 0),
  "sha256" bytea,
  "createdAt" timestamptz(3) NOT NULL,
  "createdBy" text NOT NULL,
  "deletedAt" timestamptz(3),
  "goneAt" timestamptz(3),
  UNIQUE ("controllerId", "id"),
  FOREIGN KEY ("controllerId", "filingId") REFERENCES "Filing" ("controllerId", "id"),
  FOREIGN KEY ("controllerId", "requestId") REFERENCES "RightsRequest" ("controllerId", "id"),
  FOREIGN KEY ("controllerId", "dataKeyId") REFERENCES "DataKey" ("controllerId", "id"),
  CHECK (num_nonnulls("filingId", "requestId") >= 1),
  CHECK (("deletedAt" IS NULL) = ("nameSealed" IS NOT NULL)),
  CHECK (("deletedAt" IS NULL) = ("sha256" IS NOT NULL)),
  CHECK ("goneAt" IS NULL OR "deletedAt" IS NOT NULL)
);
CREATE INDEX "StoredFile_request" ON "StoredFile" ("controllerId", "requestId") WHERE "requestId" IS NOT NULL;
CREATE INDEX "StoredFile_filing" ON "StoredFile" ("controllerId", "filingId") WHERE "filingId" IS NOT NULL;
CREATE INDEX "StoredFile_to_unlink" ON "StoredFile" ("deletedAt") WHERE "deletedAt" IS NOT NULL AND "goneAt" IS NULL;

GRANT SELECT, INSERT, UPDATE ON "StoredFile" TO habeas_app;
GRANT SELECT ("id", "controllerId", "filingId", "requestId", "purpose", "mediaType", "size", "createdAt", "createdBy", "deletedAt", "goneAt")
  ON "StoredFile" TO habeas_auditor;
