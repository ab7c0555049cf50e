import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { addresseeOf } from "@/lib/db/addressee";
import { db } from "@/lib/db/client";
import { clockLinesOf } from "@/lib/db/clock-details";
import { loadDataKey } from "@/lib/db/data-key";
import { type Filing, filingById, openWho } from "@/lib/db/filing";
import { foldRequest } from "@/lib/db/fold";
import { type Notice, noticesOfFiling, openContent, taskLettersOf } from "@/lib/db/notice";
import { printGapsOf } from "@/lib/db/print-gaps";
import type { RightsRequest } from "@/lib/db/request";
import { seesPerson } from "@/lib/domain/access/sees";
import { localDate } from "@/lib/domain/clock/dates";
import { noticeTakesEffectUntil } from "@/lib/domain/clock/may-extend";
import type { ReleaseGap } from "@/lib/domain/delivery/release-gate";
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
  /** Of an extension that waits to be posted: the last day on which it still changes anything. */
  readonly goBy: IsoDate | null;
  /** What is missing before it may go; it is not shown then. */
  readonly gaps: readonly ReleaseGap[];
  readonly letter: Letter | null;
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
  return Promise.all(wanted.map((notice) => toLetter(ctx, request, filing, notice)));
}

/**
 * One letter of a request, as a document: one that goes by post, for who may post it; one of a task, mailed or posted,
 * for everybody who may know whose request it is.
 * @throws Refused not_signed_in, not_allowed, not_found (no such request, or no such letter of it for the reader)
 */
export async function letterOf(ctx: Ctx, reference: string, noticeId: string): Promise<LetterToPost> {
  const staff = authoriseStaff(ctx, "person.read");
  const request = await seenRequest(staff, ctx, reference);
  const filing = await filingById(ctx.controller.id, request.filingId);
  const letters = await taskLettersOf(ctx.controller.id, request.id);
  const notice = letters.find(({ id }) => id === noticeId);
  if (!filing || !seesPerson(staff, request)) throw new Refused({ code: "not_found" });
  if (notice) return toLetter(ctx, request, filing, notice);
  const [posted] = await lettersToPost(ctx, reference, noticeId);
  if (!posted) throw new Refused({ code: "not_found" });
  return posted;
}

async function toLetter(
  ctx: Ctx,
  request: RightsRequest,
  filing: Filing,
  notice: Notice,
): Promise<LetterToPost> {
  const handle = await loadDataKey(db(), notice.dataKeyId);
  const who = openWho(handle, filing);
  const other = await addresseeOf(db(), handle, notice);
  const content = openContent(handle, notice);
  const { settings } = ctx.controller;
  const gaps = notice.state === "to_post" ? await printGapsOf(filing, notice) : [];
  return {
    noticeId: notice.id,
    reference: request.reference,
    kind: notice.kind,
    state: notice.state,
    to: other
      ? { name: other.name, address: goesByPost(notice) ? other.postalAddress : other.email, phone: "" }
      : { name: who.name, address: who.postalAddress, phone: who.phone },
    from: { name: settings.name, address: settings.address },
    writtenOn: localDate(notice.owedAt.toISOString(), settings.zone),
    today: localDate(ctx.now().toISOString(), settings.zone),
    goBy: await goByOf(ctx, request, notice),
    gaps,
    letter:
      gaps.length > 0
        ? null
        : {
            ...printedLetter(content),
            language: content.language,
            template: { name: "printed", version: 1 },
          },
  };
}

async function goByOf(ctx: Ctx, request: RightsRequest, notice: Notice): Promise<IsoDate | null> {
  if (notice.kind !== "extension" || notice.state !== "to_post") return null;
  const lines = await clockLinesOf(ctx.controller.id, request.id, null);
  if (!lines.some(({ noticeId, facts }) => noticeId === notice.id && facts.until)) return null;
  const { basis, clock } = await foldRequest(ctx.controller, request);
  return noticeTakesEffectUntil(basis.profile, request.right, clock);
}

/** Waiting to be posted, or posted. */
function goesByPost({ state, postedHow }: Notice): boolean {
  return state === "to_post" || postedHow !== null;
}
