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
  },
): Promise<string> {
  const id = randomUUID();
  const { shown, ...clear } = found;
  await tx.authorityCheck.create({ data: { id, ...clear, shownSealed: seal(filingKey, place(id), shown) } });
  return id;
}

/** Every finding about a filing's representative, oldest first; the last one counts. */
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
