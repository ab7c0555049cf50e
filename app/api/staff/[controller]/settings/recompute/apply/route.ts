import { type SettingsRoute, settingsStep } from "@/app/api/staff/[controller]/settings/settings-step";
import { applyRecompute } from "@/lib/commands/clock/apply-recompute";

/** Lets a recomputation that was previewed change the open requests. */
export function POST(request: Request, route: SettingsRoute): Promise<Response> {
  return settingsStep(request, route, { run: applyRecompute, done: "applied" });
}
