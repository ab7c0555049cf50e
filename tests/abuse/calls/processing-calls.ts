/** True calls for the register of processing and the controller's own words. */
import { randomUUID } from "node:crypto";
import { anActivity } from "@/tests/support/activity";
import type { Call } from "./ground";

export const PROCESSING_CALLS: readonly Call[] = [
  [
    "/api/staff/[controller]/settings/processing",
    "processing.changed",
    async ({ everybody, json, slug }) =>
      json(everybody, `/api/staff/${slug}/settings/processing`, {
        ...{ id: randomUUID(), version: 0, active: true },
        activity: anActivity(),
      }),
  ],
  [
    "/api/staff/[controller]/settings/wording",
    "wording.changed",
    async ({ everybody, json, slug }) =>
      json(everybody, `/api/staff/${slug}/settings/wording`, {
        ...{ kind: "receipt", language: "sv", version: 0, opening: "Hej från {controller}!", closing: "" },
      }),
  ],
];
