import { type SettingsRoute, settingsStep } from "@/app/api/staff/[controller]/settings/settings-step";
import { changeOwnDay } from "@/lib/commands/clock/change-own-day";

/** A day of the controller's own in its calendar. */
export function POST(request: Request, route: SettingsRoute): Promise<Response> {
  return settingsStep(request, route, { run: changeOwnDay, done: "day", keep: "reason" });
}
