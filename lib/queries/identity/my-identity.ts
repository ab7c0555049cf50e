import { authoriseRequester, type Ctx } from "@/lib/commands/context";
import { authoritiesOf, standingAuthority } from "@/lib/db/authority-check";
import { db } from "@/lib/db/client";
import { loadDataKey } from "@/lib/db/data-key";
import { filesOfFiling } from "@/lib/db/file";
import { filingById, openWho } from "@/lib/db/filing";
import { checksOf, openCheckLetter } from "@/lib/db/identity-check";
import { noticeById } from "@/lib/db/notice";
import { requestsOfFiling } from "@/lib/db/request";
import type { CheckState, Method } from "@/lib/domain/identity/check";
import { type Representation, representationOf } from "@/lib/domain/identity/representation";
import { Refused } from "@/lib/domain/kernel/refusal";
import type { Letter } from "@/lib/domain/notice/letter";
import { mayStep } from "@/lib/domain/request/state";

/** A demand for proof as its requester sees it. */
export type MyCheck = {
  readonly reference: string;
  readonly state: CheckState;
  readonly methods: readonly Method[];
  readonly method: Method | null;
  readonly receivedAt: Date | null;
  readonly evidenceDeletedAt: Date | null;
  readonly letter: Letter;
  readonly canAnswer: boolean;
};

export type MyIdentity = {
  readonly checks: readonly MyCheck[];
  /** Whom they act for and how far that was checked; null for themself. */
  readonly represents: {
    readonly name: string;
    readonly state: Representation;
    readonly sent: boolean;
  } | null;
};

/**
 * What a requester is asked to show of who they are and may act for. A demand whose letter has not arrived is not there.
 * @throws Refused not_signed_in, session_ended
 */
export async function myIdentity(ctx: Ctx): Promise<MyIdentity> {
  const { filingId } = authoriseRequester(ctx);
  const { id: controllerId } = ctx.controller;
  const filing = await filingById(controllerId, filingId);
  if (!filing) throw new Refused({ code: "session_ended" });
  const checks = (await requestsOfFiling(controllerId, filingId)).map(async (request) => {
    const check = (await checksOf(controllerId, request.id)).at(-1);
    const told = check && (await noticeById(check.noticeId))?.acceptedAt;
    if (!check || !told) return [];
    const open = check.resolvedAt === null && check.evidenceDeletedAt === null;
    const { state, methods, method, receivedAt, evidenceDeletedAt } = check;
    return [
      {
        ...{ reference: request.reference, state, methods, method, receivedAt, evidenceDeletedAt },
        letter: openCheckLetter(await loadDataKey(db(), request.dataKeyId), check),
        canAnswer: open && mayStep(request.state, "prove").ok,
      },
    ];
  });
  const who = openWho(await loadDataKey(db(), filing.dataKeyId), filing);
  const authority = standingAuthority(await authoritiesOf(controllerId, filingId));
  const sent = (await filesOfFiling(controllerId, filingId)).some(
    (file) => file.purpose === "authority_evidence" && !file.deletedAt,
  );
  const state = representationOf(who.onBehalf, authority?.result ?? null);
  return {
    checks: (await Promise.all(checks)).flat(),
    represents: state === "self" ? null : { name: who.subjectName, state, sent },
  };
}
