import type { Doubt, Method } from "@/lib/domain/identity/check";
import { db, type Tx } from "./client";
import { type DataKeyHandle, open, type Place, seal } from "./seal";

/** An identity request in the making. */
export type IdentityDraft = {
  readonly category: Doubt;
  readonly doubt: string;
  readonly needed: string;
  readonly methods: readonly Method[];
};

type Of = { readonly controllerId: string; readonly requestId: string; readonly staffId: string };

const place = (of: Of): Place => ({
  table: "IdentityDraft",
  column: "contentSealed",
  row: `${of.requestId}|${of.staffId}`,
});

export async function saveIdentityDraft(
  tx: Tx,
  handle: DataKeyHandle,
  of: Of,
  draft: IdentityDraft,
  at: Date,
): Promise<void> {
  const contentSealed = seal(handle, place(of), draft);
  await tx.identityDraft.upsert({
    where: { controllerId_requestId_staffId: of },
    create: { ...of, contentSealed, updatedAt: at },
    update: { contentSealed, updatedAt: at, sentAt: null },
  });
}

/** What one of the staff has written of an identity request and not sent, or null. */
export async function identityDraft(
  handle: DataKeyHandle,
  of: Of,
  tx: Tx = db(),
): Promise<IdentityDraft | null> {
  const found = await tx.identityDraft.findUnique({ where: { controllerId_requestId_staffId: of } });
  return found?.sentAt === null ? open<IdentityDraft>(handle, place(of), found.contentSealed) : null;
}

/**
 * Once one of the staff has asked, every draft of it is pointless; their own is set aside until the letter was accepted
 * or taken back.
 * @param at when the letter was owed
 */
export async function setIdentityDraftAside(tx: Tx, of: Of, at: Date): Promise<void> {
  const { controllerId, requestId, staffId } = of;
  await tx.identityDraft.deleteMany({ where: { controllerId, requestId, staffId: { not: staffId } } });
  await tx.identityDraft.updateMany({ where: { controllerId, requestId, staffId }, data: { sentAt: at } });
}

/** The letter was taken back: its writer finds it where they wrote it. */
export async function bringIdentityDraftBack(tx: Tx, of: Omit<Of, "staffId">, at: Date): Promise<void> {
  await tx.identityDraft.updateMany({ where: { ...of, sentAt: at }, data: { sentAt: null } });
}

/** The letter was accepted: what it was written from is needed no more. */
export async function forgetSentIdentityDraft(tx: Tx, of: Omit<Of, "staffId">, at: Date): Promise<void> {
  await tx.identityDraft.deleteMany({ where: { ...of, sentAt: at } });
}
