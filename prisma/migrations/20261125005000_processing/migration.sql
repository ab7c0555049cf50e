-- The controller's register of processing: what personal data is used for. Versions are only added; an activity
-- that ended keeps its rows. Nothing in it is about one person.
CREATE TABLE "ProcessingActivity" (
  "controllerId" uuid NOT NULL REFERENCES "Controller" ("id"),
  "id" uuid NOT NULL,
  "version" integer NOT NULL CHECK ("version" > 0),
  "active" boolean NOT NULL,
  "data" jsonb NOT NULL,
  "createdAt" timestamptz(3) NOT NULL,
  "createdBy" text NOT NULL,
  CONSTRAINT "ProcessingActivity_pkey" PRIMARY KEY ("controllerId", "id", "version")
);

GRANT SELECT, INSERT ON "ProcessingActivity" TO habeas_app;
GRANT SELECT ON "ProcessingActivity" TO habeas_auditor;
