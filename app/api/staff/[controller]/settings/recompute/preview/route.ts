import { type SettingsRoute, settingsStep } from "@/app/api/staff/[controller]/settings/settings-step";
import { previewRecompute } from "@/lib/commands/clock/preview-recompute";

/** Starts to work out what a changed calendar moves. */
export function POST(request: Request, route: SettingsRoute): Promise<Response> {
  return settingsStep(request, route, { run: (ctx) => previewRecompute(ctx), done: "started" });
}
