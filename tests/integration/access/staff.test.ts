import { changePassword } from "@/lib/commands/access/change-password";
import { changeRoles } from "@/lib/commands/access/change-roles";
import { disableStaff, enableStaff } from "@/lib/commands/access/disable-staff";
import { inviteFirstAdministrator } from "@/lib/commands/access/invite-first-administrator";
import { inviteStaff } from "@/lib/commands/access/invite-staff";
import { join } from "@/lib/commands/access/join";
import { makeRecoveryCodes } from "@/lib/commands/access/make-recovery-codes";
import { recoverAdministrator } from "@/lib/commands/access/recover-administrator";
import { resetSignIn } from "@/lib/commands/access/reset-sign-in";
import { signIn } from "@/lib/commands/access/sign-in";
import { assignTask } from "@/lib/commands/decision/assign-task";
import { assign } from "@/lib/commands/request/assign";
import { closeRateLimits } from "@/lib/db/rate-limit";
import { requestByReference } from "@/lib/db/request";
import { staffById } from "@/lib/db/staff";
import { rolesAt } from "@/lib/db/staff-role";
import { signedIn } from "@/lib/db/staff-session";
import { ROLES, type Role } from "@/lib/domain/access/access";
import { colleagues } from "@/lib/queries/access/staff-list";
import { requestTasks } from "@/lib/queries/decision/request-tasks";
import { useDatabase } from "@/tests/support/database";
import { aFiling, filed, setupCtx } from "@/tests/support/desk";
import {
  codeOf,
  issuesOf,
  makeController,
  makeStaff,
  offeredTo,
  publicCtx,
  refusalOf,
  roomInStep,
  staffOf,
  type TestStaff,
} from "@/tests/support/staff";

const database = useDatabase();
const from = { peer: "192.0.2.1", device: null, sessionId: null };

afterAll(closeRateLimits);

async function desk() {
  const controller = await makeController();
  const admin = await makeStaff(controller.id, ["administrator"]);
  const officer = await makeStaff(controller.id, ["officer"]);
  return { controller, admin, officer, ctx: await controller.as(admin.id, ["administrator"]) };
}

const signInAs = (staff: TestStaff, steps = 0) =>
  signIn(
    publicCtx(),
    { email: staff.email, password: staff.password, code: codeOf(staff.totpSecret, steps) },
    from,
  );
const versionOf = async (id: string) => (await staffById(id))?.version ?? 0;

test.each(ROLES.filter((role) => role !== "administrator"))("%s manages nobody", async (role: Role) => {
  const { controller, officer } = await desk();
  const ctx = await controller.as(officer.id, [role]);
  const { id: staffId } = officer;
  const attempts = [
    inviteStaff(ctx, { name: "A", email: "a@norrvik.example", language: "sv", roles: ["administrator"] }),
    changeRoles(ctx, { staffId, version: 1, roles: ["administrator"] }),
    disableStaff(ctx, { staffId }),
    enableStaff(ctx, { staffId }),
    resetSignIn(ctx, { staffId }),
  ];
  expect(await Promise.all(attempts.map(refusalOf))).toEqual(attempts.map(() => "not_allowed"));
});

test("an administrator reaches nobody at another controller", async () => {
  const { ctx } = await desk();
  const { officer: stranger } = await desk();
  const { id: staffId } = stranger;
  const attempts = [
    changeRoles(ctx, { staffId, version: 1, roles: ["auditor"] }),
    disableStaff(ctx, { staffId }),
    enableStaff(ctx, { staffId }),
    resetSignIn(ctx, { staffId }),
  ];
  expect(await Promise.all(attempts.map(refusalOf))).toEqual(attempts.map(() => "not_found"));
});

test("new roles end every session, are in the log, and lose against a change made meanwhile", async () => {
  const { controller, officer, ctx } = await desk();
  const { sessionId } = await signInAs(officer);
  const version = await versionOf(officer.id);
  await changeRoles(ctx, { staffId: officer.id, version, roles: ["auditor", "dpo"] });
  expect(await rolesAt(officer.id, controller.id)).toEqual(["dpo", "auditor"]);
  expect(await signedIn(sessionId, controller.id)).toBeNull();
  const late = changeRoles(ctx, { staffId: officer.id, version, roles: ["administrator"] });
  await expect(late).rejects.toMatchObject({
    refusal: { code: "changed_meanwhile", version: version + 1, changed: ["roles"] },
  });
  const [event] = await database.query<{ line: string }>(
    "postgres",
    `select line from "AuditEvent" where type = 'staff.roles_changed' and "subjectId" = $1`,
    [officer.id],
  );
  expect(JSON.parse(event?.line ?? "").facts).toEqual({
    controller: controller.id,
    before: ["officer"],
    after: ["dpo", "auditor"],
    sessions: 1,
  });
});

test("roles that an administrator gave are in the log of the controller too, and further ones for oneself are a colleague's to give", async () => {
  const { controller, admin, officer, ctx } = await desk();
  const own = async (roles: readonly Role[]) =>
    changeRoles(ctx, { staffId: admin.id, version: await versionOf(admin.id), roles });
  await own(["administrator", "officer"]);
  await own(["administrator"]);
  await changeRoles(ctx, {
    staffId: officer.id,
    version: await versionOf(officer.id),
    roles: ["administrator"],
  });
  expect(await issuesOf(own(["administrator", "dpo"]))).toEqual([":ownRoles"]);
  const lines = await database.query<{ subject: string; after: unknown }>(
    "postgres",
    `select "subjectId" as subject, line::jsonb -> 'facts' -> 'after' as after from "AuditEvent"
     where "chainId" = $1 and type = 'staff.roles_changed' order by seq`,
    [controller.id],
  );
  expect(lines).toEqual([
    { subject: admin.id, after: ["administrator", "officer"] },
    { subject: admin.id, after: ["administrator"] },
    { subject: officer.id, after: ["administrator"] },
  ]);
});

test("a colleague without roles is gone from the controller", async () => {
  const { controller, officer, ctx } = await desk();
  await changeRoles(ctx, { staffId: officer.id, version: await versionOf(officer.id), roles: [] });
  expect(await rolesAt(officer.id, controller.id)).toEqual([]);
  expect(await refusalOf(resetSignIn(ctx, { staffId: officer.id }))).toBe("not_found");
});

test("a closed account is out at once and back with what it had", async () => {
  await roomInStep();
  const { officer, ctx } = await desk();
  const { sessionId } = await signInAs(officer, -1);
  await disableStaff(ctx, { staffId: officer.id });
  expect(await signedIn(sessionId, null)).toBeNull();
  expect(await refusalOf(signInAs(officer, 0))).toBe("not_signed_in");
  await enableStaff(ctx, { staffId: officer.id });
  expect(await signedIn(sessionId, null)).toBeNull();
  expect(await refusalOf(signInAs(officer, 0))).toBe("done");
});

test("nobody closes or resets their own account, and the last administrator stays", async () => {
  const { admin, ctx } = await desk();
  expect(await issuesOf(disableStaff(ctx, { staffId: admin.id }))).toEqual([":notYourself"]);
  expect(await issuesOf(resetSignIn(ctx, { staffId: admin.id }))).toEqual([":notYourself"]);
  const version = await versionOf(admin.id);
  expect(await issuesOf(changeRoles(ctx, { staffId: admin.id, version, roles: ["officer"] }))).toEqual([
    ":lastAdministrator",
  ]);
});

test("two administrators who remove each other at once leave one, however they do it", async () => {
  for (let round = 0; round < 12; round += 1) {
    const { controller, admin, ctx } = await desk();
    const second = await makeStaff(controller.id, ["administrator"]);
    const ctx2 = await controller.as(second.id, ["administrator"]);
    const remove = (by: typeof ctx, id: string) =>
      round % 2 === 0
        ? disableStaff(by, { staffId: id })
        : changeRoles(by, { staffId: id, version: 1, roles: ["dpo"] });
    const ended = await Promise.allSettled([remove(ctx, second.id), remove(ctx2, admin.id)]);
    expect(ended.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refusals = ended.flatMap((each) => (each.status === "rejected" ? [each.reason.refusal] : []));
    expect(refusals).toEqual([{ code: "bad_input", issues: [{ field: "", message: "lastAdministrator" }] }]);
  }
});

test("a colleague of two controllers is closed, reset and signed out only by an administrator of both", async () => {
  const here = await desk();
  const there = await desk();
  const { sessionId } = await signInAs(here.officer);
  const invited = await inviteStaff(there.ctx, {
    name: "B",
    email: here.officer.email,
    language: "sv",
    roles: ["auditor"],
  });
  expect(invited).toEqual({ staffId: here.officer.id, mailed: false });
  expect(await signedIn(sessionId, here.controller.id)).not.toBeNull();
  expect(await issuesOf(disableStaff(here.ctx, { staffId: here.officer.id }))).toEqual([":rolesElsewhere"]);
  for (const by of [here.ctx, there.ctx]) {
    expect(await issuesOf(resetSignIn(by, { staffId: here.officer.id }))).toEqual([":rolesElsewhere"]);
  }
  expect(await rolesAt(here.officer.id, there.controller.id)).toEqual(["auditor"]);
});

test("open requests and tasks of who can work them no more are nobody's, each with its line in the controller's log", async () => {
  const { controller, officer, ctx } = await desk();
  const second = await makeStaff(controller.id, ["contributor"]);
  const dpo = await controller.as(officer.id, ["officer"]);
  const [open, theirs] = [await filed(dpo), await filed(dpo)].map(
    ({ requests }) => requests[0]?.reference ?? "",
  );
  await assign(dpo, { reference: open, version: 1, assigneeId: officer.id });
  await assign(dpo, { reference: theirs, version: 1, assigneeId: second.id });
  expect((await colleagues(ctx)).find(({ id }) => id === officer.id)?.openRequests).toBe(1);

  const kept = { staffId: officer.id, version: await versionOf(officer.id), roles: ["contributor"] };
  await changeRoles(ctx, kept);
  expect((await requestByReference(controller.id, open ?? ""))?.assigneeId).toBe(officer.id);
  await changeRoles(ctx, { ...kept, version: await versionOf(officer.id), roles: ["auditor"] });
  const after = await requestByReference(controller.id, open ?? "");
  expect(after).toMatchObject({ assigneeId: null, version: 3 });
  const marketing = { right: "marketing_objection", channels: ["all"] } as const;
  const stop = (await filed(dpo, aFiling([marketing]))).requests[0]?.reference ?? "";
  const [task] = (await requestTasks(dpo, stop)).lines;
  await assignTask(dpo, { reference: stop, version: 1, taskId: task?.id, assigneeId: second.id });
  await disableStaff(ctx, { staffId: second.id });
  expect((await requestByReference(controller.id, theirs ?? ""))?.assigneeId).toBeNull();
  expect((await requestTasks(dpo, stop)).lines[0]?.assigneeId).toBeNull();

  const lines = await database.query<{ facts: unknown }>(
    "postgres",
    `select line::jsonb -> 'facts' as facts from "AuditEvent"
     where "chainId" = $1 and type in ('request.assigned', 'task.assigned') and line::jsonb -> 'facts' ->> 'to' is null order by seq`,
    [controller.id],
  );
  expect(lines.map(({ facts }) => facts)).toEqual([
    { from: officer.id, to: null },
    { from: second.id, to: null },
    { task: "stop_marketing", from: second.id, to: null },
  ]);
});

test("who is at the console brings an administrator back with a link that works once, and only an administrator", async () => {
  const { admin, officer } = await desk();
  const { sessionId } = await signInAs(admin);
  const { url } = await recoverAdministrator(setupCtx(), { email: admin.email });
  expect(await signedIn(sessionId, null)).toBeNull();
  expect(await refusalOf(signInAs(admin, 1))).toBe("not_signed_in");
  const token = url.split("/").at(-1) ?? "";
  const code = codeOf(await offeredTo(token));
  const again = { token, password: "eleven slow rivers", code };
  expect(await join(publicCtx(), again)).toHaveLength(10);
  expect(await refusalOf(join(publicCtx(), again))).toBe("link_used");
  expect(await inviteFirstAdministrator(setupCtx())).toBeNull();

  for (const email of [officer.email, "nobody@norrvik.example"]) {
    expect(await refusalOf(recoverAdministrator(setupCtx(), { email }))).toBe("not_found");
  }
  expect(await refusalOf(recoverAdministrator(publicCtx(), { email: admin.email }))).toBe("not_allowed");
  const [line] = await database.query<{ facts: unknown }>(
    "postgres",
    `select line::jsonb -> 'facts' as facts from "AuditEvent" where type = 'staff.second_factor_reset'
     and line like '%' || $1 || '%'`,
    [admin.id],
  );
  expect(line?.facts).toMatchObject({ console: true });
});

test("nobody is invited twice, and no closed account by another door", async () => {
  const { officer, ctx } = await desk();
  const again = { name: "C", email: officer.email.toUpperCase(), language: "sv", roles: ["dpo"] };
  expect(await issuesOf(inviteStaff(ctx, again))).toEqual(["email:staffExists"]);
  await disableStaff(ctx, { staffId: officer.id });
  const other = await desk();
  expect(await issuesOf(inviteStaff(other.ctx, again))).toEqual(["email:staffDisabled"]);
  const both = { name: "D", email: "twice@norrvik.example", language: "sv", roles: ["dpo"] };
  const ended = await Promise.allSettled([inviteStaff(ctx, both), inviteStaff(other.ctx, both)]);
  expect(ended.filter(({ status }) => status === "fulfilled").length).toBeGreaterThanOrEqual(1);
  const rows = await database.query(
    "postgres",
    `select "staffId" from "StaffLink" l join "StaffRole" r using ("staffId") where r.role = 'dpo'`,
  );
  expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(1);
});

describe("one's own account", () => {
  const newPassword = "seven amber kites over the fell";

  test("a new password needs the old one and a fresh code, and ends every session", async () => {
    await roomInStep();
    const { officer } = await desk();
    const { sessionId } = await signInAs(officer, -1);
    const ctx = staffOf(officer.id, []);
    const code = codeOf(officer.totpSecret, 0);
    const used = codeOf(officer.totpSecret, -1);
    const change = (more: object) =>
      changePassword(ctx, { password: officer.password, newPassword, code, ...more });
    const unproven = ["password:proof", "code:proof"];
    expect(await issuesOf(change({ password: newPassword }))).toEqual(unproven);
    expect(await issuesOf(change({ code: used }))).toEqual(unproven);
    expect(await issuesOf(change({ newPassword: "password1234567" }))).toEqual([
      "newPassword:passwordCommon",
    ]);
    expect(await signedIn(sessionId, null)).not.toBeNull();
    await change({});
    expect(await signedIn(sessionId, null)).toBeNull();
    const withNew = { ...officer, password: newPassword };
    expect(await refusalOf(signInAs(officer, 1))).toBe("not_signed_in");
    expect(await refusalOf(signInAs(withNew, 1))).toBe("done");
  });

  test("ten wrong proofs, and an open session is no place to guess", async () => {
    const { officer } = await desk();
    const ctx = staffOf(officer.id, []);
    const guess = () => refusalOf(makeRecoveryCodes(ctx, { password: "wrong", code: "123456" }));
    const all = [];
    for (let n = 0; n < 11; n += 1) all.push(await guess());
    expect(all.slice(9)).toEqual(["bad_input", "too_many"]);
  });

  test("new recovery codes put the old ones out of use, and are stored as hashes only", async () => {
    await roomInStep();
    const { officer } = await desk();
    const ctx = staffOf(officer.id, []);
    const prove = (steps: number) => ({
      password: officer.password,
      code: codeOf(officer.totpSecret, steps),
    });
    const first = await makeRecoveryCodes(ctx, prove(-1));
    const second = await makeRecoveryCodes(ctx, prove(0));
    const withCode = (code: string | undefined) =>
      refusalOf(signIn(publicCtx(), { email: officer.email, password: officer.password, code }, from));
    expect(await withCode(first[0])).toBe("not_signed_in");
    expect(await withCode(second[9])).toBe("done");
    const rows = await database.query<{ codeHash: Buffer }>(
      "postgres",
      `select "codeHash" from "RecoveryCode" where "staffId" = $1`,
      [officer.id],
    );
    expect(rows).toHaveLength(10);
    for (const code of second) {
      const plain = code.replaceAll("-", "");
      expect(rows.some((row) => row.codeHash.includes(plain) || row.codeHash.includes(code))).toBe(false);
    }
  });

  test("nothing of a person stands in the table of accounts", async () => {
    const { officer } = await desk();
    const [row] = await database.query<{ row: string }>(
      "postgres",
      `select s::text as row from "Staff" s where id = $1`,
      [officer.id],
    );
    expect(row?.row).not.toContain(officer.email);
    expect(row?.row).not.toContain(Buffer.from(officer.email).toString("hex"));
    expect(row?.row).not.toContain(Buffer.from(officer.totpSecret).toString("hex"));
    expect(row?.row).toContain("$argon2id$v=19$m=47104,t=1,p=1$");
  });
});
