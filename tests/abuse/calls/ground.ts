/** What calls that change something have in common: who makes them, on what, and how. */
import { randomUUID } from "node:crypto";
import { inviteStaff } from "@/lib/commands/access/invite-staff";
import type { Ctx } from "@/lib/commands/context";
import { useLink as spendLink } from "@/lib/commands/identity/use-link";
import { ROLES } from "@/lib/domain/access/access";
import type { AuditEventType } from "@/lib/domain/audit/events";
import type { TestApp } from "@/tests/support/app";
import { lookedAt, postAs, publicAt } from "@/tests/support/attack";
import type { TestDatabase } from "@/tests/support/database";
import { ACCESS, aFiling, filedAndConfirmed } from "@/tests/support/desk";
import { type Answer, createVisitor, type Visitor } from "@/tests/support/http";
import { workingToken } from "@/tests/support/link";
import { browserOf } from "@/tests/support/sign-in";
import { makeStaff, roomInStep, type TestStaff } from "@/tests/support/staff";

type Made = () => Promise<Answer>;
type Fields = Readonly<Record<string, string>>;

/** Arranges what a call needs and returns the call, which can be made twice. */
export type Ready = (ground: Ground) => Promise<Made>;

/** A route, what the log says of it, and the call. */
export type Call = readonly [route: string, event: AuditEventType, ready: Ready];

/** By which every letter that staff write leaves. */
export const LETTER = "/api/staff/[controller]/requests/[reference]/letters/[kind]/send";

const FORM = { "content-type": "application/x-www-form-urlencoded" };

export type Ground = Awaited<ReturnType<typeof layGround>>;

/** A controller with somebody who has every role there, and the ways to act at it. */
export async function layGround(app: TestApp, database: TestDatabase) {
  const ctx = await publicAt(app);
  const staff = await makeStaff(ctx.controller.id, ROLES);
  const officer: Ctx = { ...ctx, actor: { kind: "staff", staffId: staff.id, roles: ROLES } };
  const everybody = await browserOf(app, staff);

  async function one<Row extends object>(sql: string, ...values: unknown[]): Promise<Row> {
    const [row] = await database.query<Row>("postgres", sql, values);
    if (row === undefined) throw new Error(`There is no row: ${sql}`);
    return row;
  }

  return {
    ...{ app, database, ctx, slug: ctx.controller.slug, officer, everybody, one },
    json:
      (visitor: Visitor, path: string, value: unknown): Made =>
      () =>
        postAs(app, visitor, path, JSON.stringify(value)),
    form:
      (visitor: Visitor, path: string, fields: Fields): Made =>
      () =>
        postAs(app, visitor, path, new URLSearchParams(fields).toString(), FORM),
    /** Writes a letter about a request and looks at it; returns the call that sends it. */
    letter: async (
      reference: string,
      kind: string,
      fields: Readonly<Record<string, unknown>> & { readonly version: number },
    ): Promise<Made> => {
      const at = `/staff/${ctx.controller.slug}/requests/${reference}`;
      const { letter } = await lookedAt(app, everybody, at, kind, fields);
      const body = JSON.stringify({ version: fields.version, letter });
      return () => postAs(app, everybody, `/api${at}/letters/${kind}/send`, body);
    },
    /** A confirmed request of somebody's. */
    aRequest: async () => {
      const email = `${randomUUID().slice(0, 8)}@person.test`;
      const { reference, receipt } = await filedAndConfirmed(ctx, aFiling([ACCESS], { email }));
      return { email, reference, filingId: receipt.filingId };
    },
    /** Somebody whose mailed link for that filing is open. */
    aRequester: async (filingId: string): Promise<Visitor> => {
      const visitor = createVisitor(app.url);
      const { sessionToken } = await spendLink(ctx, await workingToken(database, filingId));
      visitor.cookies.set("__Host-habeas.requester", sessionToken);
      return visitor;
    },
    aColleague: async () => {
      const { id } = await makeStaff(ctx.controller.id, ["contributor"]);
      const { version } = await one<{ version: number }>(`select version from "Staff" where id = $1`, id);
      return { staffId: id, version };
    },
    /** Somebody who was invited and has not joined. */
    anInvited: async (): Promise<string> => {
      const invited = { name: "Ny Kollega", email: `${randomUUID().slice(0, 8)}@person.test` };
      return (await inviteStaff(officer, { ...invited, language: "en", roles: ["officer"] })).staffId;
    },
    /** Somebody signed in whose session may end. */
    anAccount: async (): Promise<{ account: TestStaff; visitor: Visitor }> => {
      const account = await makeStaff(ctx.controller.id, ["officer"]);
      await roomInStep();
      return { account, visitor: await browserOf(app, account) };
    },
  };
}
