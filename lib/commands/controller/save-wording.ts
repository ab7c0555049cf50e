import { actorOf, authoriseStaff, type Ctx } from "@/lib/commands/context";
import { lockController } from "@/lib/db/settings";
import { NothingToDo, orNothing, transact } from "@/lib/db/transact";
import { addWording, wordingVersions } from "@/lib/db/wording";
import type { Language } from "@/lib/domain/kernel/language";
import { type FieldIssue, Refused } from "@/lib/domain/kernel/refusal";
import { placeholdersOf, type WordingKind, wordingFault } from "@/lib/domain/notice/wording";
import { saveWordingInput } from "@/lib/schemas/controller/wording";
import { parse } from "@/lib/schemas/parse";

const PARTS = ["opening", "closing"] as const;

/**
 * Keeps the next version of the words that a controller puts around the fixed parts of a message, for one kind and
 * language; empty words are the standard text again. It is used from the next message on: what was sent, or waits to be
 * sent, stays as it was written.
 * @returns the version now in force; the one there was if nothing differs
 * @throws Refused not_signed_in, not_allowed, bad_input (also for a placeholder that this kind does not have),
 * changed_meanwhile (with the parts that somebody else changed)
 */
export async function saveWording(
  ctx: Ctx,
  typed: unknown,
): Promise<{ readonly kind: WordingKind; readonly language: Language; readonly version: number }> {
  authoriseStaff(ctx, "settings.write");
  const { version, ...input } = parse(saveWordingInput, typed);
  const { kind, language } = input;
  const issues = PARTS.flatMap((part) => faultIn(kind, part, input[part]));
  if (issues.length > 0) throw new Refused({ code: "bad_input", issues });
  const controllerId = ctx.controller.id;
  const saved = transact(ctx, async ({ tx, audit }) => {
    await lockController(tx, controllerId);
    const versions = await wordingVersions({ controllerId, kind, language }, tx);
    const now = versions[0] ?? { version: 0, opening: "", closing: "" };
    if (PARTS.every((part) => now[part] === input[part])) throw new NothingToDo();
    if (now.version !== version) {
      const base = versions.find((each) => each.version === version) ?? { opening: "", closing: "" };
      const changed = PARTS.filter((part) => base[part] !== now[part]);
      throw new Refused({ code: "changed_meanwhile", version: now.version, changed });
    }
    const next = { ...input, version: version + 1, savedAt: ctx.now(), savedBy: actorOf(ctx) };
    await addWording(tx, controllerId, next);
    audit({ type: "wording.changed", facts: { wording: kind, language, version: next.version } });
    return next.version;
  });
  return { kind, language, version: (await orNothing(saved)) ?? version };
}

function faultIn(kind: WordingKind, field: string, text: string): FieldIssue[] {
  const fault = wordingFault(kind, text);
  if (!fault) return [];
  const allowed = placeholdersOf(kind)
    .map((name) => `{${name}}`)
    .join(", ");
  return [{ field, message: `placeholder_${fault.problem}`, values: { typed: fault.typed, allowed } }];
}
