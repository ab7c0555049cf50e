import { randomInt, randomUUID } from "node:crypto";
import type { CheckResult, CheckState, Doubt, Method } from "@/lib/domain/identity/check";
import type { Letter } from "@/lib/domain/notice/letter";
import { db, type Tx } from "./client";
import { loadDataKey, makeDataKey } from "./data-key";
import { commitment, type DataKeyHandle, open, type Place, seal } from "./seal";

/** Why proof was asked and what exactly; stays with the request as the record of it. */
export type Asked = { readonly doubt: string; readonly needed: string };

/** A demand for proof of identity, without what is sealed in it. */
export type IdentityCheck = {
  readonly id: string;
  readonly controllerId: string;
  readonly requestId: string;
  readonly state: CheckState;
  readonly category: Doubt;
  readonly methods: readonly Method[];
  readonly askedSealed: Uint8Array;
  readonly letterSealed: Uint8Array;
  readonly noticeId: string;
  readonly askedAt: Date;
  readonly askedBy: string;
  readonly dataKeyId: string;
  readonly codeSealed: Uint8Array | null;
  readonly method: Method | null;
  readonly answerSealed: Uint8Array | null;
  readonly codeMatched: boolean | null;
  readonly receivedAt: Date | null;
  readonly resultMethod: Method | null;
  readonly noteSealed: Uint8Array | null;
  readonly resolvedAt: Date | null;
  readonly resolvedBy: string | null;
  readonly evidenceDeletedAt: Date | null;
};

const place = (column: string, row: string): Place => ({ table: "IdentityCheck", column, row });

const CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A code to be sent to an address that the controller already knew; 40 bits, no letters that look alike. */
function newCode(): string {
  return Array.from({ length: 8 }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join("");
}

/** Keeps a demand. Returns its id and the commitments to its texts for the log. */
export async function saveCheck(
  tx: Tx,
  handle: DataKeyHandle,
  check: {
    readonly controllerId: string;
    readonly requestId: string;
    readonly category: Doubt;
    readonly methods: readonly Method[];
    readonly asked: Asked;
    readonly letter: Letter;
    readonly noticeId: string;
    readonly askedAt: Date;
    readonly askedBy: string;
  },
): Promise<{ readonly id: string; readonly commit: string }> {
  const id = randomUUID();
  const { asked, letter, methods, ...clear } = check;
  const key = makeDataKey("identity", id, check.controllerId, check.askedAt);
  await tx.dataKey.create({ data: key.row });
  await tx.identityCheck.create({
    data: {
      id,
      ...clear,
      state: "asked" satisfies CheckState,
      methods: [...methods],
      askedSealed: seal(handle, place("askedSealed", id), asked),
      letterSealed: seal(handle, place("letterSealed", id), letter),
      dataKeyId: key.handle.id,
      codeSealed: methods.includes("known_address")
        ? seal(key.handle, place("codeSealed", id), newCode())
        : null,
    },
  });
  return { id, commit: commitment(handle, place("letterSealed", id), JSON.stringify(letter)) };
}

/** Every demand on a request that was not taken back before it left, oldest first. */
export async function checksOf(
  controllerId: string,
  requestId: string,
  tx: Tx = db(),
): Promise<IdentityCheck[]> {
  const rows = await tx.identityCheck.findMany({
    where: { controllerId, requestId, state: { not: "void" } },
    orderBy: { askedAt: "asc" },
  });
  return rows as unknown as IdentityCheck[];
}

/** The newest demand on a request, or null. */
export async function newestCheck(
  controllerId: string,
  requestId: string,
  tx: Tx = db(),
): Promise<IdentityCheck | null> {
  return (await checksOf(controllerId, requestId, tx)).at(-1) ?? null;
}

export function openAsked(handle: DataKeyHandle, check: IdentityCheck): Asked {
  return open<Asked>(handle, place("askedSealed", check.id), check.askedSealed);
}

export function openCheckLetter(handle: DataKeyHandle, check: IdentityCheck): Letter {
  return open<Letter>(handle, place("letterSealed", check.id), check.letterSealed);
}

export function openNote(handle: DataKeyHandle, check: IdentityCheck): string {
  return check.noteSealed ? open<string>(handle, place("noteSealed", check.id), check.noteSealed) : "";
}

/** What the person wrote, and the code that was made; both empty once the evidence was deleted. */
export async function openEvidence(
  check: IdentityCheck,
  tx: Tx = db(),
): Promise<{ readonly text: string; readonly code: string }> {
  if (check.evidenceDeletedAt) return { text: "", code: "" };
  const handle = await loadDataKey(tx, check.dataKeyId);
  const read = (column: "answerSealed" | "codeSealed") =>
    check[column] ? open<string>(handle, place(column, check.id), check[column]) : "";
  return { text: read("answerSealed"), code: read("codeSealed") };
}

/** The person chose a way and perhaps sent proof; `receivedAt` is when the first proof came. */
export async function saveCheckAnswer(
  tx: Tx,
  check: IdentityCheck,
  answer: {
    readonly method: Method;
    readonly text: string;
    readonly codeMatched: boolean | null;
    readonly receivedAt: Date | null;
  },
): Promise<void> {
  const handle = await loadDataKey(tx, check.dataKeyId);
  await tx.identityCheck.update({
    where: { id: check.id },
    data: {
      method: answer.method,
      state: (answer.receivedAt ? "answered" : check.state) satisfies CheckState,
      ...(answer.text ? { answerSealed: seal(handle, place("answerSealed", check.id), answer.text) } : {}),
      ...(answer.codeMatched === null ? {} : { codeMatched: answer.codeMatched }),
      receivedAt: check.receivedAt ?? answer.receivedAt,
    },
  });
}

/** How a demand ended, by which way, and what staff noted of it; never what was shown. */
export async function saveCheckResult(
  tx: Tx,
  handle: DataKeyHandle,
  check: IdentityCheck,
  result: {
    readonly state: CheckResult;
    readonly method: Method | null;
    readonly note: string;
    readonly receivedAt: Date | null;
    readonly at: Date;
    readonly by: string;
  },
): Promise<void> {
  await tx.identityCheck.update({
    where: { id: check.id },
    data: {
      state: result.state,
      resultMethod: result.method,
      noteSealed: result.note ? seal(handle, place("noteSealed", check.id), result.note) : null,
      receivedAt: check.receivedAt ?? result.receivedAt,
      resolvedAt: result.at,
      resolvedBy: result.by,
    },
  });
}

/** Destroys what was shown in the demands on a request; returns the ids of those that had something left. */
export async function destroyEvidence(
  tx: Tx,
  controllerId: string,
  requestId: string,
  at: Date,
): Promise<string[]> {
  const rows = await tx.identityCheck.findMany({
    where: { controllerId, requestId, evidenceDeletedAt: null },
  });
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  await tx.identityCheck.updateMany({
    where: { controllerId, id: { in: ids } },
    data: { answerSealed: null, codeSealed: null, evidenceDeletedAt: at },
  });
  await tx.dataKey.updateMany({
    where: { id: { in: rows.map(({ dataKeyId }) => dataKeyId) }, wrapped: { not: null } },
    data: { wrapped: null, destroyedAt: at },
  });
  return ids;
}

/** Requests of any controller whose evidence of identity or authority came before an instant and is still there. */
export async function oldEvidence(before: Date): Promise<
  readonly {
    readonly controllerId: string;
    readonly requestId: string | null;
    readonly filingId: string | null;
  }[]
> {
  return db().$queryRaw`
    select "controllerId", "requestId", null::uuid as "filingId" from "IdentityCheck"
      where "evidenceDeletedAt" is null and "receivedAt" <= ${before}
    union
    select "controllerId", case when "purpose" = 'identity_evidence' then "requestId" end,
           case when "purpose" = 'authority_evidence' then "filingId" end from "StoredFile"
      where "deletedAt" is null and "purpose" in ('identity_evidence', 'authority_evidence') and "createdAt" <= ${before}
    limit 100`;
}

/** The request ended with a demand still open, or the demand was taken back before it left. */
export async function closeOpenChecks(
  tx: Tx,
  of: { readonly controllerId: string; readonly requestId: string },
  state: CheckResult | "ended" | "void",
  at: Date,
  by: string,
): Promise<void> {
  await tx.identityCheck.updateMany({
    where: { ...of, resolvedAt: null },
    data: { state, resolvedAt: at, resolvedBy: by },
  });
}
