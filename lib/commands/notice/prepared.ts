import { createHash } from "node:crypto";
import { Refused } from "@/lib/domain/kernel/refusal";
import type { Addressee } from "@/lib/domain/notice/addressee";
import type { Letter } from "@/lib/domain/notice/letter";
import type { MailContent } from "@/lib/domain/notice/mail-content";
import { type PrintedLetter, printedLetter } from "@/lib/domain/notice/printed-letter";
import { shownMail } from "@/lib/domain/notice/shown-mail";

/** A notice that is ready to be owed. */
export type PreparedNotice = {
  /** The person themself, where they are told that they are answered and not who filed for them. */
  readonly to: "requester" | "customer" | "person" | "other";
  /** Who that is, where it is neither the requester nor the person. */
  readonly addressee?: Addressee;
  readonly byPost: boolean;
  readonly content: MailContent;
  /** What it says where it is printed, if that is more than the mail. */
  readonly letter?: PrintedLetter;
  /** What its link opens, if that is written now too. */
  readonly page?: PrintedLetter;
};

/** A notice exactly as it would leave now. */
export type ShownNotice = {
  readonly to: PreparedNotice["to"];
  readonly addressee: Addressee | null;
  readonly byPost: boolean;
  /** The mail, or what is printed. */
  readonly arrives: Letter;
  /** What the link in the mail opens; null where nothing is read there but what arrives. */
  readonly behindLink: Letter | null;
};

/** How prepared notices look to whoever is about to send them. */
export function shownNotices(notices: readonly PreparedNotice[]): readonly ShownNotice[] {
  return notices.map(({ to, addressee = null, byPost, content, letter, page }) => {
    const { language } = content;
    const as = (printed: PrintedLetter): Letter => ({ ...printed, language, template: PRINTED });
    return {
      ...{ to, addressee, byPost },
      arrives: byPost ? as(printedLetter({ ...content, ...(letter ? { letter } : {}) })) : shownMail(content),
      behindLink: page && !byPost ? as(page) : null,
    };
  });
}

const PRINTED = { name: "printed", version: 1 };

/** What stands for what somebody looked at: SHA-256 of it. */
export function fingerprintOf(notices: readonly PreparedNotice[]): string {
  return createHash("sha256")
    .update(JSON.stringify(shownNotices(notices)))
    .digest("hex");
}

/**
 * What is sent is what was looked at.
 * @param previewed the fingerprint of that; undefined where a program sends what nobody looks at first
 * @throws Refused changed_meanwhile
 */
export function asPreviewed(
  previewed: string | undefined,
  notices: readonly PreparedNotice[],
  version: number,
): void {
  if (previewed !== undefined && previewed !== fingerprintOf(notices)) {
    throw new Refused({ code: "changed_meanwhile", version, changed: ["letter"] });
  }
}
