import type { ControllerSettings } from "@/lib/domain/controller/settings";

/** The names of the settings that differ between two versions, in the order of the newer one. */
export function changedSettings(
  before: ControllerSettings,
  after: ControllerSettings,
): (keyof ControllerSettings)[] {
  const names = Object.keys(after) as (keyof ControllerSettings)[];
  return names.filter((name) => !same(before[name], after[name]));
}

/** Whether two settings say the same; a text that is missing and an empty one do. */
function same(a: unknown, b: unknown): boolean {
  if (isRecord(a) && isRecord(b)) {
    const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...keys].every((key) => same(a[key] ?? "", b[key] ?? ""));
  }
  return JSON.stringify(a) === JSON.stringify(b);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
