import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { earlierReceipt, fileOnce } from "@/lib/commands/intake/file-once";
import { prepareFiling } from "@/lib/commands/intake/prepare-filing";
import type { Upload } from "@/lib/commands/intake/receive-upload";
import { filingGround } from "@/lib/db/filing-ground";
import { contentMark } from "@/lib/db/person-index";
import type { Who } from "@/lib/domain/intake/filing";
import { proposedRights } from "@/lib/domain/intake/letter/classify";
import type { Receipt } from "@/lib/domain/intake/receipt";
import { enteredReceipt, type WallTime, wallInstant } from "@/lib/domain/intake/received";
import type { IsoInstant } from "@/lib/domain/kernel/date";
import { Refused } from "@/lib/domain/kernel/refusal";
import { entryDetails, entryInput } from "@/lib/schemas/intake/entry";
import { parse } from "@/lib/schemas/parse";

type Entry = ReturnType<typeof parse<typeof entryInput>>;

/**
 * Enters what came by phone, paper, mail, in person or through a processor: the same filing as the form makes, with
 * the same clock from its true receipt, and the same receipt and confirmation. Through a processor it counts from
 * the processor's receipt (law.md section 5 no. 18). Who entered it and when is kept. The same key twice is one filing.
 * @param originals the scanned letter, the mail as it came; kept with it
 * @throws Refused not_signed_in, not_allowed, bad_input (also a receipt ahead, too old, or back without a yes),
 *   key_reused, unavailable
 */
export async function enterFiling(
  ctx: Ctx,
  typed: unknown,
  originals: readonly Upload[] = [],
): Promise<Receipt> {
  authoriseStaff(ctx, "filing.enter");
  const entry = parse(entryInput, typed);
  const { languages } = ctx.controller.settings;
  if (!languages.includes(entry.language)) throw wrong("language", "choose");
  const bodyHash = contentMark(ctx.controller.id, entry);
  const { idempotencyKey, email, language } = entry;
  const at = ctx.now();
  const ground = await filingGround(ctx.controller, { idempotencyKey, email, language, at });
  const earlier = ground.filedBefore && (await earlierReceipt(ctx, idempotencyKey, bodyHash));
  if (earlier) return earlier;

  const { receivedAt, reachedUsAt } = receiptOf(ctx, entry);
  const prepared = prepareFiling(ctx, {
    filing: { language: entry.language, who: whoOf(entry), requests: entryDetails(entry) },
    channel: entry.channel,
    receivedAt: new Date(receivedAt),
    idempotencyKey,
    bodyHash,
    ground,
    asReceived: {
      text: entry.text,
      processor: reachedUsAt === null ? null : { name: entry.processor, reachedUsAt },
    },
  });
  const facts = {
    entered: ctx.now().toISOString(),
    back: entry.knownBack,
    proposed: proposedRights(entry.text),
  };
  return fileOnce(ctx, prepared, facts, originals);
}

function whoOf(entry: Entry): Who {
  const { name, email, postalAddress, phone, onBehalf, subjectName, authority, relationship, identifiers } =
    entry;
  return { name, email, postalAddress, phone, onBehalf, subjectName, authority, relationship, identifiers };
}

/** From which instant it counts, and when it reached the controller itself if that was another. */
function receiptOf(
  ctx: Ctx,
  entry: Entry,
): { readonly receivedAt: IsoInstant; readonly reachedUsAt: IsoInstant | null } {
  const { zone } = ctx.controller.settings;
  const here: WallTime = { date: entry.receivedOn, time: entry.receivedAt };
  const judge = (wall: WallTime, field: string) => {
    const judged = enteredReceipt(wall, zone, ctx.now(), entry.knownBack);
    if (judged.ok) return judged.value;
    throw wrong(judged.refusal === "receiptBack" ? "knownBack" : field, judged.refusal);
  };
  const own = entry.channel === "processor" ? wallInstant(here, zone) : null;
  if (!own) return { receivedAt: judge(here, "receivedOn"), reachedUsAt: null };
  if (!own.ok) throw wrong("receivedOn", own.refusal);
  if (new Date(own.value) > ctx.now()) throw wrong("receivedOn", "receiptAhead");
  const first = judge({ date: entry.processorOn, time: entry.processorAt }, "processorOn");
  if (first > own.value) throw wrong("processorOn", "processorLater");
  return { receivedAt: first, reachedUsAt: own.value };
}

function wrong(field: string, message: string): Refused {
  return new Refused({ code: "bad_input", issues: [{ field, message }] });
}
