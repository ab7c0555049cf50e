import { createHash } from "node:crypto";
import { extensionLetter } from "@/emails/letters/extension-letter";
import { foldOf } from "@/lib/commands/clock/fold";
import type { Ctx } from "@/lib/commands/context";
import { requesterMail } from "@/lib/commands/notice/sender";
import { db, type Tx } from "@/lib/db/client";
import { loadDataKey } from "@/lib/db/data-key";
import { hasOtherOpen } from "@/lib/db/earlier";
import { type Filing, openWho } from "@/lib/db/filing";
import type { Folded } from "@/lib/db/fold";
import { releaseFacts } from "@/lib/db/release";
import type { RightsRequest } from "@/lib/db/request";
import { localDate } from "@/lib/domain/clock/dates";
import {
  type ExtensionMissing,
  type ExtensionText,
  missingOf,
  wrongUntil,
} from "@/lib/domain/clock/extension-reasons";
import { dateIfAnswered, dateToTell } from "@/lib/domain/clock/promise";
import type { Clock } from "@/lib/domain/clock/types";
import { barredBy } from "@/lib/domain/delivery/release-gate";
import { formatReference } from "@/lib/domain/intake/reference";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { rulesFor } from "@/lib/domain/law/rules";
import type { Letter } from "@/lib/domain/notice/letter";

/** What an extension would do if its notice were accepted now, and its letter. */
export type Extension = {
  readonly before: Clock;
  readonly after: Clock;
  readonly today: IsoDate;
  /** Whether a notice that leaves today takes effect: the engine decides it. */
  readonly effective: boolean;
  readonly oldDate: IsoDate | null;
  readonly newDate: IsoDate | null;
  /** The law leaves the new last day to the notice. */
  readonly told: boolean;
  /** Nobody knows who reads it, so it gives the reasons of the list and no word of staff; whoever gets it can read it. */
  readonly bare: boolean;
  readonly missing: readonly ExtensionMissing[];
  /** The exact letter and its fingerprint; null while something is missing. */
  readonly letter: Letter | null;
  readonly fingerprint: string;
};

/**
 * The extension of a request as it would be now; preview and sending make it here, so that what was read leaves.
 * @param againLate the letter went already, its reasons are what they were, and it only has to be said that it was late
 */
export async function prepareExtension(
  ctx: Ctx,
  request: RightsRequest,
  text: ExtensionText,
  tx?: Tx,
  againLate = false,
): Promise<Extension> {
  const folded = await foldOf(ctx, request, tx);
  const { basis, clock: before, filing } = folded;
  const told = rulesFor(basis.profile.rules, request.right).extension?.told ?? false;
  const now = ctx.now().toISOString();
  const today = localDate(now, filing.zone);
  const until = told ? (text.until ?? "") : "";
  // Whether a notice is in time does not hang on the day it names, which nobody may have typed yet.
  const after = extended(folded, now, told ? until || today : "");
  const effective = after.extended && !before.extended;
  const oldDate = request.promisedOn ?? dateIfAnswered(before);
  const newDate = effective && !(told && until === "") ? dateIfAnswered(after) : null;
  const bare = await mayNotSay(folded.filing, request.id, ctx.now(), tx);
  const others = againLate || (await hasOtherOpen(request, tx));
  const missing = [
    ...missingOf(text, { told, others, bare }),
    ...(effective ? wrongUntil(until, { before: dateIfAnswered(before), after: newDate }) : []),
  ];
  const common = { before, after, today, effective, oldDate, newDate, told, bare, missing };
  if (missing.length > 0) return { ...common, letter: null, fingerprint: "" };
  const { sender } = await requesterMail(ctx, filing.language);
  const letter = extensionLetter({
    sender,
    language: filing.language,
    reference: formatReference(request.reference),
    name: openWho(await loadDataKey(tx ?? db(), filing.dataKeyId), filing).name,
    right: request.right,
    receivedOn: filing.receivedOn,
    writtenOn: today,
    oldDate,
    newDate,
    standsStill: dateToTell(before) === null,
    text: bare ? { ...text, specific: "", done: "" } : text,
  });
  const fingerprint = createHash("sha256").update(JSON.stringify(letter)).digest("hex");
  return { ...common, letter, fingerprint };
}

/** Whether the reader could not be told anything about a person now; a mail waits behind its link for its address. */
async function mayNotSay(filing: Filing, requestId: string, now: Date, tx?: Tx): Promise<boolean> {
  const { authority, identity } = barredBy(await releaseFacts(filing, requestId, tx), now);
  return authority !== null || identity !== null || (filing.byPost && filing.confirmedAt === null);
}

function extended({ events, fold }: Folded, occurredAt: string, until = ""): Clock {
  const named = until === "" ? {} : { until: until as IsoDate };
  return fold([...events, { type: "extend", occurredAt, ...named }]);
}
