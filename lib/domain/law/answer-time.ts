import type { ControllerSettings } from "@/lib/domain/controller/settings";
import { profileById, profileUnder } from "@/lib/domain/law/profile";
import { type Period, rulesFor } from "@/lib/domain/law/rules";

/** How long an answer takes, as a person is told before they ask. */
export type AnswerTime = {
  /** The law sets it, or only the controller does. */
  readonly by: "law" | "promise";
  readonly within: Period;
  /** At most so much more; null where the law has no extension, or none with a limit. */
  readonly extra: Period | null;
  /** There can be more, until the day that a notice names. */
  readonly told: boolean;
};

/** The time of the first right that is offered under a controller's law, access wherever there is one. */
export function answerTime({
  profile: id,
  readings = {},
}: Pick<ControllerSettings, "profile" | "readings">): AnswerTime {
  const profile = profileById(profileUnder(id, readings));
  const right = profile?.rights[0];
  if (!profile || !right) throw new Error(`no profile ${id}`);
  const { rights, answer, extension } = rulesFor(profile.rules, right);
  const most = extension?.totalWithin ?? null;
  return {
    by: rights[right].lastDay === "statutory" ? "law" : "promise",
    within: answer.within,
    extra:
      most && most.unit === answer.within.unit
        ? { unit: most.unit, count: most.count - answer.within.count }
        : null,
    told: extension?.told ?? false,
  };
}
