import type { Content, DayTyped } from "@/lib/domain/decision/content";
import type { IsoDate } from "@/lib/domain/kernel/date";

/** What an answer says happened on a day that has not come; each has its sentence. */
export type DateAhead = "changed_ahead" | "erased_ahead" | "stopped_ahead" | "restricted_ahead";

/**
 * An answer tells what was done (GDPR Art. 12(3): "action taken"), so what it says was changed, erased, stopped or
 * restricted meanwhile lies behind it. From when a restriction holds, and until when something is kept, may be a plan.
 * @param today on the calendar of whoever asked
 */
export function datesAhead(
  { outcome, content }: { readonly outcome: string; readonly content: Content | null },
  today: IsoDate,
): readonly DateAhead[] {
  if (content === null || outcome === "nothing_held" || outcome === "address_not_confirmed") return [];
  const ahead = (days: readonly DayTyped[], code: DateAhead): DateAhead[] =>
    days.some((day) => day > today) ? [code] : [];
  switch (content.right) {
    case "rectification":
      return [
        ...ahead(
          content.changes.map(({ on }) => on),
          "changed_ahead",
        ),
        ...ahead([content.restrictedFrom], "restricted_ahead"),
      ];
    case "erasure":
      return ahead(
        content.erased.map(({ on }) => on),
        "erased_ahead",
      );
    case "objection":
      return [
        ...ahead([content.from], "stopped_ahead"),
        ...ahead([content.restrictedFrom], "restricted_ahead"),
      ];
    case "marketing_objection":
    case "consent_withdrawal":
      return ahead([content.from], "stopped_ahead");
    default:
      return [];
  }
}
