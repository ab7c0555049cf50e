/** Everybody who might try, signed in, and two requests that only some of them may read. */
import type { Ctx } from "@/lib/commands/context";
import { saveDraft } from "@/lib/commands/decision/save-draft";
import { useLink as spendLink } from "@/lib/commands/identity/use-link";
import { askQuestion } from "@/lib/commands/request/ask-question";
import { assign } from "@/lib/commands/request/assign";
import { note } from "@/lib/commands/request/note";
import { ROLES, type Role } from "@/lib/domain/access/access";
import type { TestApp } from "@/tests/support/app";
import { publicAt } from "@/tests/support/attack";
import type { TestDatabase } from "@/tests/support/database";
import { aController, aFiling, filedAndConfirmed, publicCtxAt } from "@/tests/support/desk";
import { createVisitor, type Visitor } from "@/tests/support/http";
import { workingToken } from "@/tests/support/link";
import { browserOf } from "@/tests/support/sign-in";
import { makeStaff } from "@/tests/support/staff";

/** Besides the roles: nobody, an officer of another controller, and the person whose request it is. */
export const PEOPLE = ["nobody", "stranger", "requester", ...ROLES] as const;
export type Who = (typeof PEOPLE)[number];

/** Words that stand in a request: one assigned to the contributor, one to nobody. */
export const CANARIES = { mine: "kanariefagel", other: "stenknack" } as const;

export interface People {
  readonly slug: string;
  readonly visitors: Readonly<Record<Who, Visitor>>;
  /** References. The contributor, and the requester, have the first. */
  readonly mine: string;
  readonly other: string;
  /** Somebody more with every role. */
  another(): Promise<Visitor>;
}

export async function gather(app: TestApp, database: TestDatabase): Promise<People> {
  const ctx = await publicAt(app);
  const staff = new Map<Role, Awaited<ReturnType<typeof makeStaff>>>();
  for (const role of ROLES) staff.set(role, await makeStaff(ctx.controller.id, [role]));
  const idOf = (role: Role): string => staff.get(role)?.id ?? "";
  const officer: Ctx = { ...ctx, actor: { kind: "staff", staffId: idOf("officer"), roles: ["officer"] } };

  const mine = await aRequest(officer, CANARIES.mine, idOf("contributor"));
  const other = await aRequest(officer, CANARIES.other, null);
  const requester = createVisitor(app.url);
  requester.cookies.set("__Host-habeas.requester", await requesterSession(ctx, database, mine.filingId));
  const stranger = await makeStaff((await aController()).id, ["officer"]);
  const visitors: Partial<Record<Who, Visitor>> = {
    ...{ nobody: createVisitor(app.url), requester, stranger: await browserOf(app, stranger) },
  };
  for (const [role, account] of staff) visitors[role] = await browserOf(app, account);
  return {
    slug: ctx.controller.slug,
    visitors: visitors as Record<Who, Visitor>,
    mine: mine.reference,
    other: other.reference,
    another: async () => browserOf(app, await makeStaff(ctx.controller.id, ROLES)),
  };
}

async function aRequest(officer: Ctx, canary: string, assigneeId: string | null) {
  const who = { name: `${canary} name`, email: `${canary}@person.test` };
  const filing = aFiling([{ right: "complaint", what: `${canary} what` }], who);
  const { reference, receipt } = await filedAndConfirmed({ ...officer, actor: { kind: "public" } }, filing);
  await note(officer, { reference, version: 1, text: `${canary} note` });
  await askQuestion(officer, { reference, version: 2, text: `${canary} question` });
  await assign(officer, { reference, version: 3, assigneeId });
  await saveDraft(officer, { reference, answer: { outcome: "granted", text: `${canary} answer` } });
  return { reference, filingId: receipt.filingId };
}

async function requesterSession(ctx: Ctx, database: TestDatabase, filingId: string): Promise<string> {
  const token = await workingToken(database, filingId);
  return (await spendLink(publicCtxAt(ctx.controller), token)).sessionToken;
}
