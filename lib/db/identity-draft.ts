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
    update: { contentSealed, updatedAt: at },
  });
}

/** What one of the staff has written of an identity request, or null. */
export async function identityDraft(
  handle: DataKeyHandle,
  of: Of,
  tx: Tx = db(),
): Promise<IdentityDraft | null> {
  const found = await tx.identityDraft.findUnique({ where: { controllerId_requestId_staffId: of } });
  return found && open<IdentityDraft>(handle, place(of), found.contentSealed);
}

/** Once one of the staff has asked, every draft of it is pointless. */
export async function forgetIdentityDrafts(tx: Tx, of: Omit<Of, "staffId">): Promise<void> {
  await tx.identityDraft.deleteMany({ where: { controllerId: of.controllerId, requestId: of.requestId } });
}
