-- Holidays of a part of the day: working days, unless a controller counts them as holidays.
ALTER TABLE "CalendarVersion" ADD COLUMN "halfDays" date[] NOT NULL DEFAULT '{}';
