import { db } from "@/lib/db/client";
import { loadDataKey } from "@/lib/db/data-key";
import { noticeById, openContent } from "@/lib/db/notice";
import { printedLetter } from "@/lib/domain/notice/printed-letter";

/** All that stands in a notice, as printed or mailed. */
export async function noticeText(id: string): Promise<string> {
  const notice = await noticeById(id);
  if (!notice) throw new Error(`notice ${id} is not there`);
  const content = openContent(await loadDataKey(db(), notice.dataKeyId), notice);
  return JSON.stringify([printedLetter(content), content.letter ? [] : content.blocks]);
}
