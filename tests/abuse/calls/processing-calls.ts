/** A true call for the register of processing. */
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
];
