import { z } from "zod";
import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { saveSettings } from "@/lib/commands/controller/save-settings";
import { reminderPlan } from "@/lib/schemas/controller/settings";
import { parse } from "@/lib/schemas/parse";
import { wholeNumber } from "@/lib/schemas/request/desk";

const daysIn = (text: string) => text.split(/[\s,;]+/).filter((part) => part !== "");

const list = z
  .string()
  .max(60, { abort: true })
  .refine((text) => daysIn(text).every((part) => /^\d{1,3}$/.test(part)), "errors.reminderDays")
  .transform((text) =>
    daysIn(text)
      .map(Number)
      .sort((a, b) => a - b),
  );

const input = z.strictObject({
  version: wholeNumber,
  days: list,
  leadDays: wholeNumber,
  escalateDays: wholeNumber,
});

/**
 * Chooses when the staff are reminded: so many days after receipt ("3, 14, 21"), before a limit, and before the last day
 * for the data protection officer. A version of the settings like any other.
 * @throws Refused not_signed_in, not_allowed, bad_input, changed_meanwhile
 */
export async function saveReminders(ctx: Ctx, typed: unknown): Promise<void> {
  authoriseStaff(ctx, "settings.write");
  const { version, ...plan } = parse(input, typed);
  const reminders = parse(reminderPlan, plan);
  await saveSettings(ctx, { version, settings: { ...ctx.controller.settings, reminders } });
}
