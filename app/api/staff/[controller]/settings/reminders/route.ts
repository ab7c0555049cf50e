import { type SettingsRoute, settingsStep } from "@/app/api/staff/[controller]/settings/settings-step";
import { REMINDERS } from "@/app/api/staff/forms/clock-forms";
import { saveReminders } from "@/lib/commands/clock/save-reminders";

/** When the staff are reminded. */
export function POST(request: Request, route: SettingsRoute): Promise<Response> {
  return settingsStep(request, route, { run: saveReminders, done: "reminders", form: REMINDERS });
}
