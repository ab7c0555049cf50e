-- The clock at the desk: a controller's own days beside its state's calendar, the recomputation of open requests
-- with its list, what is said about a clock event, drafts of an extension, and reminders that are sent once.

-- A controller's own days: days the calendar of its region lacks, and days it wrongly has. Every version holds all of
-- them and what changed; none is edited. A clock names the version it was computed with (null: none there was).
CREATE TABLE "ControllerCalendar" (
  "controllerId" uuid NOT NULL REFERENCES "Controller" ("id"),
  "version" integer NOT NULL CHECK ("version" > 0),
  "added" date[] NOT NULL,
  "removed" date[] NOT NULL,
  "change" text NOT NULL CHECK ("change" IN ('added', 'removed', 'restored')),
  "day" date NOT NULL,
  "reason" text NOT NULL,
  "createdAt" timestamptz(3) NOT NULL,
  "createdBy" text NOT NULL,
  PRIMARY KEY ("controllerId", "version")
);
ALTER TABLE "RightsRequest" ADD COLUMN "ownCalendarVersion" integer;
ALTER TABLE "RightsRequest" ADD FOREIGN KEY ("controllerId", "ownCalendarVersion")
  REFERENCES "ControllerCalendar" ("controllerId", "version");

-- A recomputation of every open request by the calendar, policy and profile now in force: first as a preview, then
-- for real. The cursor says how far it came, so that it goes on after a kill.
CREATE TABLE "ClockRun" (
  "id" uuid NOT NULL PRIMARY KEY,
  "controllerId" uuid NOT NULL REFERENCES "Controller" ("id"),
  "state" text NOT NULL CHECK ("state" IN ('previewing', 'previewed', 'applying', 'done', 'dropped')),
  "profile" text NOT NULL,
  "profileVersion" text NOT NULL,
  "calendarRegion" text NOT NULL,
  "calendarVersion" integer NOT NULL,
  "ownCalendarVersion" integer,
  "holidayPolicy" text NOT NULL,
  "targetDaysBefore" integer NOT NULL,
  "total" integer NOT NULL,
  "seen" integer NOT NULL DEFAULT 0,
  "moved" integer NOT NULL DEFAULT 0,
  "cursor" uuid,
  "startedAt" timestamptz(3) NOT NULL,
  "startedBy" text NOT NULL,
  "finishedAt" timestamptz(3),
  UNIQUE ("controllerId", "id"),
  FOREIGN KEY ("calendarRegion", "calendarVersion") REFERENCES "CalendarVersion" ("region", "version"),
  FOREIGN KEY ("controllerId", "ownCalendarVersion") REFERENCES "ControllerCalendar" ("controllerId", "version")
);
-- One at a time for a controller: a second would fight over the same requests.
CREATE UNIQUE INDEX "ClockRun_working" ON "ClockRun" ("controllerId") WHERE "state" IN ('previewing', 'previewed', 'applying');
CREATE INDEX "ClockRun_newest" ON "ClockRun" ("controllerId", "startedAt" DESC);

CREATE TABLE "ClockRunLine" (
  "controllerId" uuid NOT NULL,
  "runId" uuid NOT NULL,
  "requestId" uuid NOT NULL,
  "statutoryBefore" date,
  "statutoryAfter" date,
  "workByBefore" date NOT NULL,
  "workByAfter" date NOT NULL,
  "promisedOn" date,
  PRIMARY KEY ("controllerId", "runId", "requestId"),
  FOREIGN KEY ("controllerId", "runId") REFERENCES "ClockRun" ("controllerId", "id"),
  FOREIGN KEY ("controllerId", "requestId") REFERENCES "RightsRequest" ("controllerId", "id")
);

-- What was said about a clock event (why a question was needed, the reasons and the letter of an extension), sealed
-- under the request's key.
ALTER TABLE "ClockEvent" ADD COLUMN "detailsSealed" bytea;
CREATE INDEX "ClockEvent_pending" ON "ClockEvent" ("controllerId", "requestId") WHERE "state" = 'pending';

-- A question that was taken back before it left is not shown to the requester.
ALTER TABLE "ThreadMessage" ADD COLUMN "recalledAt" timestamptz(3);

-- A notice about the clock in the making; sealed under the request's key. One for each officer, request and kind.
CREATE TABLE "ClockDraft" (
  "id" uuid NOT NULL PRIMARY KEY,
  "controllerId" uuid NOT NULL,
  "requestId" uuid NOT NULL,
  "staffId" uuid NOT NULL REFERENCES "Staff" ("id"),
  "kind" text NOT NULL CHECK ("kind" IN ('extension', 'question')),
  "contentSealed" bytea NOT NULL,
  "updatedAt" timestamptz(3) NOT NULL,
  UNIQUE ("controllerId", "requestId", "staffId", "kind"),
  FOREIGN KEY ("controllerId", "requestId") REFERENCES "RightsRequest" ("controllerId", "id")
);

-- What was reminded of, to whom: a row for each request, kind, date and audience, so that nothing is reminded twice.
CREATE TABLE "Reminder" (
  "controllerId" uuid NOT NULL,
  "requestId" uuid NOT NULL,
  "kind" text NOT NULL,
  "on" date NOT NULL,
  "audience" text NOT NULL CHECK ("audience" IN ('assignee', 'dpo')),
  "remindedAt" timestamptz(3) NOT NULL,
  PRIMARY KEY ("controllerId", "requestId", "kind", "on", "audience"),
  FOREIGN KEY ("controllerId", "requestId") REFERENCES "RightsRequest" ("controllerId", "id")
);
-- The days on which a controller's digest is finished: nothing is looked for again on such a day.
CREATE TABLE "DigestDay" (
  "controllerId" uuid NOT NULL REFERENCES "Controller" ("id"),
  "on" date NOT NULL,
  "finishedAt" timestamptz(3) NOT NULL,
  PRIMARY KEY ("controllerId", "on")
);

GRANT SELECT, INSERT, UPDATE ON "ControllerCalendar", "ClockRun", "ClockRunLine", "ClockDraft", "Reminder", "DigestDay" TO habeas_app;
GRANT DELETE ON "ClockRunLine", "ClockDraft" TO habeas_app;
GRANT SELECT ON "ControllerCalendar", "ClockRun", "ClockRunLine", "Reminder" TO habeas_auditor;
