import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { db } from "@/lib/db/client";
import { loadDataKey } from "@/lib/db/data-key";
import { type Filing, filingById, openWho } from "@/lib/db/filing";
import { forwardedTo } from "@/lib/db/forwarding";
import { type Notice, noticesOfFiling, openContent } from "@/lib/db/notice";
import { localDate } from "@/lib/domain/clock/dates";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { Refused } from "@/lib/domain/kernel/refusal";
import type { NoticeKind, NoticeState } from "@/lib/domain/notice/kinds";
import type { Letter } from "@/lib/domain/notice/letter";
import { printedLetter } from "@/lib/domain/notice/printed-letter";
import { seenRequest } from "@/lib/queries/request/seen-request";

/** A letter to print: what stands in it, to whom it goes, and whether it went. */
export type LetterToPost = {
  readonly noticeId: string;
  readonly reference: string;
  readonly kind: NoticeKind;
  readonly state: NoticeState;
  readonly to: { readonly name: string; readonly address: string; readonly phone: string };
  readonly from: { readonly name: string; readonly address: string };
  readonly writtenOn: IsoDate;
  readonly today: IsoDate;
  readonly letter: Letter;
};

/**
 * The letters of a request and its filing as they are printed: those that wait to be posted, or the one that is named,
 * posted or not. Opening them is written into the log by `openRequest`, first.
 * @throws Refused not_signed_in, not_allowed, not_found (no such request, or no such letter of it)
 */
export async function lettersToPost(
  ctx: Ctx,
  reference: string,
  noticeId?: string,
): Promise<readonly LetterToPost[]> {
  const staff = authoriseStaff(ctx, "notice.post");
  const request = await seenRequest(staff, ctx, reference);
  const filing = await filingById(ctx.controller.id, request.filingId);
  if (!filing) throw new Refused({ code: "not_found" });
  const own = (await noticesOfFiling(ctx.controller.id, filing.id)).filter(
    (notice) => notice.requestId === null || notice.requestId === request.id,
  );
  const wanted = noticeId
    ? own.filter((notice) => notice.id === noticeId && goesByPost(notice))
    : own.filter((notice) => notice.state === "to_post");
  if (noticeId && wanted.length === 0) throw new Refused({ code: "not_found" });
  return Promise.all(wanted.map((notice) => toLetter(ctx, request.reference, filing, notice)));
}

async function toLetter(ctx: Ctx, reference: string, filing: Filing, notice: Notice): Promise<LetterToPost> {
  const handle = await loadDataKey(db(), notice.dataKeyId);
  const who = openWho(handle, filing);
  const customer = notice.forwardingId
    ? (await forwardedTo(db(), ctx.controller.id, notice.forwardingId)).customer
    : null;
  const content = openContent(handle, notice);
  const { settings } = ctx.controller;
  return {
    noticeId: notice.id,
    reference,
    kind: notice.kind,
    state: notice.state,
    to: customer
      ? { name: customer.name, address: customer.postalAddress, phone: "" }
      : { name: who.name, address: who.postalAddress, phone: who.phone },
    from: { name: settings.name, address: settings.address },
    writtenOn: localDate(notice.owedAt.toISOString(), settings.zone),
    today: localDate(ctx.now().toISOString(), settings.zone),
    letter: {
      ...printedLetter(content),
      language: content.language,
      template: { name: "printed", version: 1 },
    },
  };
}

/** Waiting to be posted, or posted. */
function goesByPost({ state, postedHow }: Notice): boolean {
  return state === "to_post" || postedHow !== null;
}
