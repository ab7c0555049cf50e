import type { Details } from "@/lib/domain/intake/filing";

/**
 * What somebody asked for by itself within a right, so that an answer which grants the right has to deal with it:
 * data corrected to what it should say, data completed (GDPR Art. 16), data sent straight to another controller
 * (20(2)), and passing on to third parties objected to (21(1)).
 */
export type Asked = "correction" | "completion" | "to_controller" | "no_disclosure";

/**
 * What the request asks for by itself. Grounds (Art. 17(1), 18(1)) are not among it: whoever gets what they asked for on
 * another ground than they named got what they asked for.
 */
export function askedIn(details: Details): readonly Asked[] {
  switch (details.right) {
    case "rectification":
      return [
        ...(details.correct.trim() ? (["correction"] as const) : []),
        ...(details.complete.trim() ? (["completion"] as const) : []),
      ];
    case "portability":
      return details.to === "controller" ? ["to_controller"] : [];
    case "objection":
      return details.disclosure ? ["no_disclosure"] : [];
    default:
      return [];
  }
}
