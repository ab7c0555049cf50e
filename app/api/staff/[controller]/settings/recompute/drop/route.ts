import { type SettingsRoute, settingsStep } from "@/app/api/staff/[controller]/settings/settings-step";
import { dropRecompute } from "@/lib/commands/clock/apply-recompute";

/** Leaves the open requests as they are. */
export function POST(request: Request, route: SettingsRoute): Promise<Response> {
  return settingsStep(request, route, { run: dropRecompute, done: "dropped" });
}
