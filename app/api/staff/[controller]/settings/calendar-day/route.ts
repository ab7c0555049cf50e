import { type SettingsRoute, settingsStep } from "@/app/api/staff/[controller]/settings/settings-step";
import { OWN_DAY } from "@/app/api/staff/forms/clock-forms";
import { changeOwnDay } from "@/lib/commands/clock/change-own-day";

/** A day of the controller's own in its calendar. */
export function POST(request: Request, route: SettingsRoute): Promise<Response> {
  return settingsStep(request, route, { run: changeOwnDay, done: "day", form: OWN_DAY });
}
