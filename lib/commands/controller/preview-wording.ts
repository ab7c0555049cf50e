import { exampleMessage } from "@/emails/examples/example-message";
import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { requesterMail } from "@/lib/commands/notice/sender";
import { localDate } from "@/lib/domain/clock/dates";
import type { Language } from "@/lib/domain/kernel/language";
import type { LetterBlock } from "@/lib/domain/notice/letter";
import { shownMail } from "@/lib/domain/notice/shown-mail";
import { placeholdersOf, type WordingKind } from "@/lib/domain/notice/wording";

/** An invented message as it would be sent, without the controller's own words. */
export type WordingPreview = {
  readonly title: string;
  /** What always stands between the own words, and what always stands after them. */
  readonly body: readonly LetterBlock[];
  readonly foot: readonly LetterBlock[];
  /** What each placeholder becomes in it. */
  readonly values: Readonly<Record<string, string>>;
};

/**
 * A whole message of a kind in a language, made from invented facts and the controller's real settings by what makes
 * the real ones.
 * @returns null where the controller's law knows no such message, or no authority can be named
 * @throws Refused not_signed_in, not_allowed
 */
export async function previewWording(
  ctx: Ctx,
  kind: WordingKind,
  language: Language,
): Promise<WordingPreview | null> {
  authoriseStaff(ctx, "settings.read");
  const { sender } = await requesterMail(ctx, language);
  const { authority, settings } = sender;
  if (!authority) return null;
  const names = placeholdersOf(kind);
  // A paragraph for each placeholder before, one after: where they come to stand is where own words do.
  const marks = { version: 0, opening: names.map((name) => `{${name}}`).join("\n\n"), closing: "-" };
  const message = exampleMessage(kind, {
    sender: { ...sender, authority, wordings: { [kind]: marks } },
    language,
    on: localDate(ctx.now().toISOString(), settings.zone),
    baseUrl: ctx.baseUrl,
    startUrl: `${ctx.baseUrl}/${ctx.controller.slug}`,
  });
  if (!message) return null;
  const { title, blocks } = "title" in message ? message : shownMail(message);
  const own = blocks.flatMap((block, at) => (block.kind === "paragraph" && block.own ? [at] : []));
  const closing = own[names.length] ?? blocks.length;
  const text = (at: number | undefined) => {
    const block = blocks[at ?? -1];
    return block?.kind === "paragraph" ? block.text : "";
  };
  return {
    title,
    body: blocks.slice(names.length, closing),
    foot: blocks.slice(closing + 1),
    values: Object.fromEntries(names.map((name, at) => [name, text(own[at])])),
  };
}
