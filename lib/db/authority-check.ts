import { randomUUID } from "node:crypto";
import type { AuthorityKind, AuthorityResult } from "@/lib/domain/identity/representation";
import { db, type Tx } from "./client";
import { type DataKeyHandle, open, type Place, seal } from "./seal";

/** What was found about somebody's authority to act for another. */
export type AuthorityCheck = {
  readonly id: string;
  readonly filingId: string;
  readonly result: AuthorityResult;
  readonly kind: AuthorityKind;
  readonly shownSealed: Uint8Array;
  readonly checkedAt: Date;
  readonly checkedBy: string;
  /** pending: that the person is answered themselves waits for its mail; withdrawn: the mail was taken back. */
  readonly state: "pending" | "effective" | "withdrawn";
  /** The link in that mail, which is made when it was accepted; null for every other finding. */
  readonly linkId: string | null;
};

const place = (row: string): Place => ({ table: "AuthorityCheck", column: "shownSealed", row });

/** Records a finding; `shown` says what was shown, in words, and never is it. Returns its id. */
export async function saveAuthority(
  tx: Tx,
  filingKey: DataKeyHandle,
  found: {
    readonly controllerId: string;
    readonly filingId: string;
    readonly result: AuthorityResult;
    readonly kind: AuthorityKind;
    readonly shown: string;
    readonly checkedAt: Date;
    readonly checkedBy: string;
    /** It waits for this notice, which carries this link. */
    readonly waits?: { readonly noticeId: string; readonly linkId: string };
  },
): Promise<string> {
  const id = randomUUID();
  const { shown, waits, ...clear } = found;
  const pending = waits && { state: "pending" satisfies AuthorityCheck["state"], ...waits };
  const shownSealed = seal(filingKey, place(id), shown);
  await tx.authorityCheck.create({ data: { id, ...clear, shownSealed, ...pending } });
  return id;
}

/** That a person is answered themselves, waiting for a notice; null where it does not. */
export async function directOfNotice(
  tx: Tx,
  controllerId: string,
  noticeId: string,
): Promise<AuthorityCheck | null> {
  const where = { controllerId, noticeId, state: "pending" satisfies AuthorityCheck["state"] };
  return (await tx.authorityCheck.findFirst({ where })) as AuthorityCheck | null;
}

/** It took effect, or its mail was taken back. */
export async function settleDirect(tx: Tx, id: string, state: "effective" | "withdrawn"): Promise<void> {
  await tx.authorityCheck.update({ where: { id }, data: { state } });
}

/** The finding that counts: the newest that is in effect, or null. */
export function standingAuthority(found: readonly AuthorityCheck[]): AuthorityCheck | null {
  return found.findLast(({ state }) => state === "effective") ?? null;
}

/** Every finding about a filing's representative, oldest first. */
export async function authoritiesOf(
  controllerId: string,
  filingId: string,
  tx: Tx = db(),
): Promise<AuthorityCheck[]> {
  const rows = await tx.authorityCheck.findMany({
    where: { controllerId, filingId },
    orderBy: [{ checkedAt: "asc" }, { id: "asc" }],
  });
  return rows as unknown as AuthorityCheck[];
}

export function openShown(filingKey: DataKeyHandle, found: AuthorityCheck): string {
  return open<string>(filingKey, place(found.id), found.shownSealed);
}
