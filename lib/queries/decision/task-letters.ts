import { addresseeOf } from "@/lib/db/addressee";
import { db } from "@/lib/db/client";
import { type Notice, openContent } from "@/lib/db/notice";
import type { DataKeyHandle } from "@/lib/db/seal";
import type { LetterWent } from "@/lib/domain/decision/task";
import type { IsoInstant } from "@/lib/domain/kernel/date";
import type { Addressee } from "@/lib/domain/notice/addressee";
import type { NoticeState } from "@/lib/domain/notice/kinds";
import type { Letter } from "@/lib/domain/notice/letter";
import { printedLetter } from "@/lib/domain/notice/printed-letter";
import { shownMail } from "@/lib/domain/notice/shown-mail";

/** A letter of a task, as it was sent or is about to be; what the reader may not know is null. */
export type TaskLetterLine = {
  readonly noticeId: string;
  readonly state: NoticeState;
  /** To be printed, or a mail; how it went once it did. */
  readonly how: LetterWent["how"] | "to_print";
  readonly owedAt: IsoInstant;
  readonly acceptedAt: IsoInstant | null;
  readonly to: Addressee | null;
  readonly letter: Letter | null;
};

/** @param handle the notices' key; null for who may not know whose request it is */
export async function taskLetterLines(
  notices: readonly Notice[],
  handle: DataKeyHandle | null,
): Promise<ReadonlyMap<string, readonly TaskLetterLine[]>> {
  const lines = new Map<string, TaskLetterLine[]>();
  for (const notice of notices) {
    if (notice.taskId === null) continue;
    const line: TaskLetterLine = {
      noticeId: notice.id,
      state: notice.state,
      how: notice.postedHow ?? (notice.state === "to_post" ? "to_print" : "mail"),
      owedAt: notice.owedAt.toISOString() as IsoInstant,
      acceptedAt: (notice.acceptedAt?.toISOString() ?? null) as IsoInstant | null,
      to: handle && (await addresseeOf(db(), handle, notice)),
      letter: handle && asSent(handle, notice),
    };
    lines.set(notice.taskId, [...(lines.get(notice.taskId) ?? []), line]);
  }
  return lines;
}

/** A notice to another as it reaches them: the mail, or what was printed. */
export function asSent(handle: DataKeyHandle, notice: Notice): Letter {
  const content = openContent(handle, notice);
  if (!content.letter) return shownMail(content);
  const template = { name: "printed", version: 1 };
  return { ...printedLetter(content), language: content.language, template };
}
