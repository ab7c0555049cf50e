import { randomBytes, randomUUID } from "node:crypto";
import type { Role } from "@/lib/domain/access/access";
import type { Language } from "@/lib/domain/kernel/language";
import { db, type Tx } from "./client";
import { loadDataKey, loadDataKeys, makeDataKey, openDataKey } from "./data-key";
import { emailIndex } from "./person-index";
import { type DataKeyHandle, open, type Place, seal } from "./seal";
import { anybodyHasRole } from "./staff-role";

/** Who a staff member is; sealed under their own data key. Empty until the first administrator has joined. */
export type StaffWho = { readonly name: string; readonly email: string };

/** A staff account, opened. */
export type Staff = {
  readonly id: string;
  readonly who: StaffWho;
  readonly language: Language;
  readonly passwordHash: string | null;
  /** Base32 secret of the one-time codes, null until enrolled. */
  readonly totpSecret: string | null;
  /** The last 30-second step whose code was used. */
  readonly totpLastStep: number | null;
  readonly version: number;
  readonly disabledAt: Date | null;
  readonly createdAt: Date;
  readonly dataKey: DataKeyHandle;
};

const OWNER = "installation";
const whoPlace = (id: string): Place => ({ table: "Staff", column: "whoSealed", row: id });
const totpPlace = (id: string): Place => ({ table: "Staff", column: "totpSealed", row: id });

type Row = {
  id: string;
  dataKeyId: string;
  whoSealed: Uint8Array;
  passwordHash: string | null;
  totpSealed: Uint8Array | null;
  totpLastStep: bigint | null;
  language: string;
  version: number;
  createdAt: Date;
  disabledAt: Date | null;
};

function toStaff(row: Row, dataKey: DataKeyHandle): Staff {
  return {
    id: row.id,
    who: open<StaffWho>(dataKey, whoPlace(row.id), row.whoSealed),
    language: row.language as Language,
    passwordHash: row.passwordHash,
    totpSecret: row.totpSealed && open<string>(dataKey, totpPlace(row.id), row.totpSealed),
    totpLastStep: row.totpLastStep === null ? null : Number(row.totpLastStep),
    version: row.version,
    disabledAt: row.disabledAt,
    createdAt: row.createdAt,
    dataKey,
  };
}

/** The keyed index of a staff address: what an account is found by. */
export function staffIndex(email: string): Uint8Array<ArrayBuffer> {
  return emailIndex(OWNER, email);
}

/** The account of an address with its key, in one query whether or not there is one. */
export async function staffByEmail(email: string, tx: Tx = db()): Promise<Staff | null> {
  const [found] = await tx.$queryRaw<(Row & { kekId: string; wrapped: Uint8Array | null })[]>`
    select f.*, k."kekId", k."wrapped" from "Staff" f join "DataKey" k on k."id" = f."dataKeyId"
    where f."emailIndex" = ${staffIndex(email)}`;
  if (!found) return null;
  return toStaff(found, openDataKey({ id: found.dataKeyId, kekId: found.kekId, wrapped: found.wrapped }));
}

export async function staffById(id: string, tx: Tx = db()): Promise<Staff | null> {
  const row = await tx.staff.findUnique({ where: { id } });
  return row && toStaff(row, await loadDataKey(tx, row.dataKeyId));
}

/** Takes the account's row until commit and returns it, or null. */
export async function lockStaff(tx: Tx, id: string): Promise<Staff | null> {
  await tx.$queryRaw`select 1 from "Staff" where "id" = ${id}::uuid for update`;
  return staffById(id, tx);
}

export type NewStaff = {
  readonly id?: string;
  readonly who: StaffWho;
  readonly language: Language;
  readonly at: Date;
  readonly passwordHash?: string;
  readonly totpSecret?: string;
};

/** Writes a new account and its data key. Fails with a broken unique rule if the address has one. */
export async function addStaff(
  tx: Tx,
  staff: NewStaff,
): Promise<{ readonly id: string; readonly dataKey: DataKeyHandle }> {
  const id = staff.id ?? randomUUID();
  const key = makeDataKey("staff", id, null, staff.at);
  await tx.dataKey.createMany({ data: [key.row] });
  await tx.staff.createMany({
    data: [
      {
        id,
        dataKeyId: key.handle.id,
        ...sealedWho(id, key.handle, staff.who),
        language: staff.language,
        createdAt: staff.at,
        passwordHash: staff.passwordHash ?? null,
        totpSealed: staff.totpSecret ? seal(key.handle, totpPlace(id), staff.totpSecret) : null,
      },
    ],
  });
  return { id, dataKey: key.handle };
}

/** Without an address yet, the index is a number that no address has. */
function sealedWho(id: string, dataKey: DataKeyHandle, who: StaffWho) {
  return {
    whoSealed: seal(dataKey, whoPlace(id), who),
    emailIndex: who.email === "" ? new Uint8Array(randomBytes(16)) : staffIndex(who.email),
  };
}

/** What may change on an account; what is left out stays. Every change counts the version up. */
export type StaffChange = {
  readonly who?: StaffWho;
  readonly language?: Language;
  readonly passwordHash?: string | null;
  readonly totpSecret?: string | null;
  readonly totpLastStep?: number | null;
  readonly disabledAt?: Date | null;
};

export async function saveStaff(
  tx: Tx,
  { id, dataKey }: Pick<Staff, "id" | "dataKey">,
  change: StaffChange,
): Promise<void> {
  const { who, totpSecret, totpLastStep, ...plain } = change;
  await tx.staff.update({
    where: { id },
    data: {
      ...plain,
      ...(who ? sealedWho(id, dataKey, who) : {}),
      ...(totpSecret === undefined
        ? {}
        : { totpSealed: totpSecret === null ? null : seal(dataKey, totpPlace(id), totpSecret) }),
      ...(totpLastStep === undefined ? {} : { totpLastStep }),
      version: { increment: 1 },
    },
  });
}

/** Not a change of the account's standing, so its version stays. */
export async function saveStaffLanguage(tx: Tx, id: string, language: Language): Promise<void> {
  await tx.staff.update({ where: { id }, data: { language } });
}

/** Keeps the step of a one-time code just used, if it is later than the last one; false if it was used before. */
export async function spendTotpStep(tx: Tx, staffId: string, step: number): Promise<boolean> {
  const used = await tx.$executeRaw`
    update "Staff" set "totpLastStep" = ${step}::bigint
    where "id" = ${staffId}::uuid and ("totpLastStep" is null or "totpLastStep" < ${step}::bigint)`;
  return used === 1;
}

/** The address that a staff member's mail goes to. Throws if the account is not there. */
export async function staffAddress(tx: Tx, id: string): Promise<string> {
  const staff = await staffById(id, tx);
  if (!staff) throw new Error(`staff ${id} is not there`);
  return staff.who.email;
}

/** True if somebody has ever joined this installation, also if their sign-in was taken away since. */
export async function anybodyJoined(tx: Tx = db()): Promise<boolean> {
  const joined = await tx.staff.findFirst({ where: { passwordHash: { not: null } }, select: { id: true } });
  return joined !== null || (await anybodyHasRole(tx));
}

/** Holds everybody else who looks for the first administrator until commit: there is one. */
export async function lockFirstAdministrator(tx: Tx): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('habeas.first-administrator'))`;
}

/** The account of the first administrator who has not joined yet, or null. */
export async function firstWhoNeverJoined(tx: Tx): Promise<Staff | null> {
  const row = await tx.staff.findFirst({ where: { passwordHash: null }, orderBy: { createdAt: "asc" } });
  return row && toStaff(row, await loadDataKey(tx, row.dataKeyId));
}

/** The names of staff members by id, for whoever shows who did what. */
export async function staffNames(
  ids: readonly string[],
  tx: Tx = db(),
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.staff.findMany({ where: { id: { in: [...new Set(ids)] } } });
  const dataKeys = await loadDataKeys(
    tx,
    rows.map((row) => row.dataKeyId),
  );
  return new Map(
    rows.flatMap((row) => {
      const key = dataKeys.get(row.dataKeyId);
      return key ? [[row.id, open<StaffWho>(key, whoPlace(row.id), row.whoSealed).name] as const] : [];
    }),
  );
}

/** Everybody with a role at a controller, opened, with those roles; by name. */
export async function staffAt(
  controllerId: string,
  tx: Tx = db(),
): Promise<(Staff & { readonly roles: Role[] })[]> {
  const granted = await tx.staffRole.findMany({ where: { controllerId } });
  const rows = await tx.staff.findMany({
    where: { id: { in: [...new Set(granted.map((g) => g.staffId))] } },
  });
  const dataKeys = await loadDataKeys(
    tx,
    rows.map((row) => row.dataKeyId),
  );
  return rows
    .flatMap((row) => {
      const key = dataKeys.get(row.dataKeyId);
      const roles = granted.filter((g) => g.staffId === row.id).map((g) => g.role as Role);
      return key ? [{ ...toStaff(row, key), roles }] : [];
    })
    .sort((a, b) => a.who.name.localeCompare(b.who.name));
}
