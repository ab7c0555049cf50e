import { readEnv } from "@/lib/env";

/** Whether every page has to say that nothing here is real. */
export function isDemo(): boolean {
  return readEnv().HABEAS_DEMO;
}
