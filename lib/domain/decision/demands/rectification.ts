import type { Asked } from "@/lib/domain/decision/asked";
import type { RectificationContent } from "@/lib/domain/decision/content";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Result } from "@/lib/domain/kernel/result";
import { demanding, type Filled, filledOrNull, type Gap } from "./demand";
import { type ReadyTelling, telling } from "./telling";

export type ReadyRectification = {
  readonly right: "rectification";
  readonly changes: readonly {
    readonly what: Filled;
    readonly before: Filled;
    readonly after: Filled;
    readonly on: IsoDate;
  }[];
  readonly statement: Filled | null;
  readonly restrictedFrom: IsoDate | null;
  readonly telling: ReadyTelling;
};

/**
 * What an answer that corrects must say: each value as it was and as it is, and when it was changed, or the statement
 * that completes the data (GDPR Art. 16), each where it was asked for unless something is refused; whether it was in
 * dispute and restricted meanwhile (Art. 18(1)(a)).
 * @param of `today` is the local day of the decision; `inPart` if something is refused besides
 */
export function rectificationDemands(
  content: RectificationContent,
  of: { readonly inPart: boolean; readonly today: IsoDate; readonly asked: readonly Asked[] },
): Result<ReadyRectification, readonly Gap[]> {
  const demand = demanding();
  const { today } = of;
  const statement = filledOrNull(content.statement);
  const changed = content.changes.length > 0;
  demand.that(changed || statement !== null, "changes");
  const wants = (what: Asked) => !of.inPart && of.asked.includes(what);
  demand.that(changed || !wants("correction"), "correction_asked");
  demand.that(statement !== null || !wants("completion"), "completion_asked");
  demand.that(content.disputed !== "", "disputed");
  return demand.met({
    right: "rectification",
    changes: content.changes.map(({ what, before, after, on }) => ({
      what: demand.text(what, "change_fields"),
      before: demand.text(before, "change_fields"),
      after: demand.text(after, "change_fields"),
      on: demand.day(on, "change_fields", { after: today, ahead: "changed_ahead" }),
    })),
    statement,
    restrictedFrom:
      content.disputed === "yes"
        ? demand.day(content.restrictedFrom, "restricted_from", { after: today, ahead: "restricted_ahead" })
        : null,
    telling: telling(demand, content),
  });
}

export type RefusedRectification = {
  readonly right: "rectification";
  readonly restrictedFrom: IsoDate | null;
};

/** What a refusal to correct must say besides its reasons: since when the disputed data was restricted (18(1)(a)). */
export function rectificationRefusalDemands(
  content: RectificationContent,
  today: IsoDate,
): Result<RefusedRectification, readonly Gap[]> {
  const demand = demanding();
  demand.that(content.disputed !== "", "disputed");
  const disputed = content.disputed === "yes";
  return demand.met({
    right: "rectification",
    restrictedFrom: disputed
      ? demand.day(content.restrictedFrom, "restricted_from", { after: today, ahead: "restricted_ahead" })
      : null,
  });
}
