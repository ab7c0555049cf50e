import type { IsoDate } from "@/lib/domain/kernel/date";
import { type Result, refuse } from "@/lib/domain/kernel/result";
import type { Right } from "@/lib/domain/kernel/right";
import type { Asked } from "./asked";
import type { Content, Search } from "./content";
import { accessDemands, type ReadyAccess } from "./demands/access";
import { type ReadyReview, reviewDemands } from "./demands/automated-decision";
import { complaintDemands, type ReadyComplaint } from "./demands/complaint";
import type { Gap } from "./demands/demand";
import { erasureDemands, type ReadyErasure } from "./demands/erasure";
import {
  objectionDemands,
  objectionRefusalDemands,
  type ReadyObjection,
  type RefusedObjection,
} from "./demands/objection";
import {
  portabilityDemands,
  portabilityRefusalDemands,
  type ReadyPortability,
  type RefusedPortability,
} from "./demands/portability";
import {
  type ReadyRectification,
  type RefusedRectification,
  rectificationDemands,
  rectificationRefusalDemands,
} from "./demands/rectification";
import { type ReadyRestriction, restrictionDemands } from "./demands/restriction";
import { type ReadyStop, stopDemands } from "./demands/stopped";

/** Content with all that its right demands of an answer that does what was asked, in whole or in part. */
export type ReadyContent =
  | ReadyAccess
  | ReadyRectification
  | ReadyErasure
  | ReadyRestriction
  | ReadyPortability
  | ReadyObjection
  | ReadyStop<"marketing_objection">
  | ReadyStop<"consent_withdrawal">
  | ReadyReview
  | ReadyComplaint;

/** What a refusal says besides its grounds and reasons, for the rights that demand more. */
export type RefusedContent = RefusedRectification | RefusedPortability | RefusedObjection;

/**
 * What the right demands of an answer that does what was asked.
 * @param of `inPart` if something is refused besides; `today` is the local day of the decision; `asked` what the request
 *   asks for by itself, which a grant has to deal with
 * @returns the content with everything in it, or every code of what is missing
 */
export function grantDemands(
  content: Content | null,
  of: {
    readonly right: Right;
    readonly inPart: boolean;
    /** Nothing but the stop may be told (isBareStop). */
    readonly bare: boolean;
    readonly searches: readonly Search[];
    readonly today: IsoDate;
    readonly asked: readonly Asked[];
  },
): Result<ReadyContent, readonly Gap[]> {
  if (content?.right !== of.right) return refuse(["content"]);
  switch (content.right) {
    case "access":
      return accessDemands(content, of.searches);
    case "rectification":
      return rectificationDemands(content, of);
    case "erasure":
      return erasureDemands(content, of.today);
    case "restriction":
      return restrictionDemands(content, of.today);
    case "portability":
      return portabilityDemands(content, of.asked);
    case "objection":
      return objectionDemands(content, of);
    case "marketing_objection":
      return stopDemands("marketing_objection", content, of);
    case "consent_withdrawal":
      return stopDemands("consent_withdrawal", content, of);
    case "automated_decision_review":
      return reviewDemands(content);
    case "complaint":
      return complaintDemands(content);
  }
}

/**
 * What the right demands of a whole refusal beside its grounds and reasons.
 * @param of ids of the grounds it is refused on, and the local day of the decision
 * @returns the content, null where nothing more is demanded, or every code of what is missing
 */
export function refusalDemands(
  content: Content | null,
  of: { readonly right: Right; readonly grounds: readonly string[]; readonly today: IsoDate },
): Result<RefusedContent | null, readonly Gap[]> {
  const none = { ok: true, value: null } as const;
  const own = content?.right === of.right ? content : null;
  const on = (ground: string) => of.grounds.includes(ground);
  if (of.right === "rectification" && on("data_accurate")) {
    return own?.right === "rectification" ? rectificationRefusalDemands(own, of.today) : refuse(["content"]);
  }
  if (of.right === "portability" && on("portability_conditions")) {
    return own?.right === "portability" ? portabilityRefusalDemands(own) : refuse(["content"]);
  }
  if (of.right === "objection" && on("compelling_grounds")) {
    return own?.right === "objection" ? objectionRefusalDemands(own, of.today) : refuse(["content"]);
  }
  return none;
}
