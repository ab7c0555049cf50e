import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { headOf, newestEvents } from "@/lib/db/audit-log";
import { referencesOf } from "@/lib/db/request";
import { may } from "@/lib/domain/access/access";
import { REGISTER_COLUMNS, REGISTER_VERSION } from "@/lib/domain/audit/register";
import { type HistoryLine, inNames } from "@/lib/queries/request/history";

const LINES = 100;

/** A line of the log and the reference of the request it is about. */
export type LogLine = HistoryLine & { readonly reference: string | null };

export type LogPage = {
  readonly lines: readonly LogLine[];
  /** Where the next older page begins, or null at the beginning of the log. */
  readonly older: number | null;
  readonly head: { readonly seq: number; readonly hash: string } | null;
  readonly zone: string;
  readonly mayExport: boolean;
  readonly mayExportContacts: boolean;
  readonly register: { readonly version: number; readonly columns: readonly string[] };
};

/**
 * The log of the controller, newest first.
 * @param before shows the lines before this one
 * @throws Refused not_signed_in, not_allowed
 */
export async function logPage(ctx: Ctx, before?: number): Promise<LogPage> {
  const staff = authoriseStaff(ctx, "audit.read");
  const { id, settings } = ctx.controller;
  const events = await newestEvents(id, LINES, before);
  const references = await referencesOf(
    id,
    events.flatMap((event) => event.requestId ?? []),
  );
  const requestOf = new Map(events.map((event) => [event.seq, event.requestId]));
  const last = events.at(-1)?.seq ?? 0;
  const head = await headOf(id);
  return {
    lines: (await inNames(events)).map((line) => ({
      ...line,
      reference: references.get(requestOf.get(line.seq) ?? "") ?? null,
    })),
    older: last > 0 ? last : null,
    head: head && { seq: head.seq, hash: head.hash },
    zone: settings.zone,
    mayExport: may(staff.roles, "audit.export"),
    mayExportContacts: may(staff.roles, "contacts.export"),
    register: { version: REGISTER_VERSION, columns: REGISTER_COLUMNS },
  };
}
