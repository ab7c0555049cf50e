import { inviteFirstAdministrator } from "@/lib/commands/access/invite-first-administrator";
import { inviteAgain, inviteStaff } from "@/lib/commands/access/invite-staff";
import { join } from "@/lib/commands/access/join";
import { resetSignIn } from "@/lib/commands/access/reset-sign-in";
import { signIn } from "@/lib/commands/access/sign-in";
import { createController } from "@/lib/commands/controller/create-controller";
import { closeRateLimits } from "@/lib/db/rate-limit";
import { staffById } from "@/lib/db/staff";
import { staffLinkByToken } from "@/lib/db/staff-link";
import { rolesAt } from "@/lib/db/staff-role";
import { signedIn } from "@/lib/db/staff-session";
import { useDatabase } from "@/tests/support/database";
import { SETTINGS, setupCtx } from "@/tests/support/desk";
import {
  codeOf,
  issuesOf,
  makeController,
  makeStaff,
  newestLink,
  offeredTo,
  publicCtx,
  refusalOf,
  roomInStep,
  staffOf,
} from "@/tests/support/staff";

const database = useDatabase();
const from = { peer: "192.0.2.1", device: null, sessionId: null };
const PASSWORD = "eleven grey herons by the weir";
const count = async (sql: string) =>
  Number((await database.query<{ n: string }>("postgres", `select count(*) n from ${sql}`))[0]?.n);

afterAll(closeRateLimits);

const joining = async (token: string, more: object = {}, steps = -1) => ({
  token,
  password: PASSWORD,
  code: codeOf(await offeredTo(token), steps),
  ...more,
});

describe("the first administrator", () => {
  test("is invited once by the console, however often it asks at the same time", async () => {
    const links = await Promise.all(Array.from({ length: 20 }, () => inviteFirstAdministrator(setupCtx())));
    expect(new Set(links.map((link) => link?.url)).size).toBe(20);
    expect(await count(`"Staff"`)).toBe(1);
    const states = await Promise.all(links.map((link) => staffLinkByToken(link?.url.split("/c/")[1] ?? "")));
    expect(states.filter((link) => link && !link.supersededAt)).toHaveLength(1);
  });

  test("is invited by nobody else", async () => {
    expect(await refusalOf(inviteFirstAdministrator(publicCtx()))).toBe("not_allowed");
    expect(await refusalOf(inviteFirstAdministrator(staffOf("x", ["administrator"])))).toBe("not_allowed");
  });

  test("says who they are, joins once, makes the first controller; then the way in is closed", async () => {
    await roomInStep();
    const url = (await inviteFirstAdministrator(setupCtx()))?.url ?? "";
    expect(url).toMatch(/^http:\/\/localhost:3000\/staff\/join\/c\/[A-Za-z0-9_-]{43}$/);
    const token = url.split("/c/")[1] ?? "";
    const who = { name: "Ada Först", email: "ada@norrvik.example", language: "sv" };
    expect(await issuesOf(join(publicCtx(), await joining(token)))).toEqual([
      "name:required",
      "email:required",
    ]);
    expect(
      await issuesOf(join(publicCtx(), await joining(token, { ...who, password: "password1234567" }))),
    ).toEqual(["password:passwordCommon"]);
    expect(
      await issuesOf(join(publicCtx(), await joining(token, { ...who, password: "AdaFörst-AdaFörst" }))),
    ).toEqual(["password:passwordCommon"]);

    const secret = await offeredTo(token);
    const all = await Promise.allSettled(
      Array.from({ length: 5 }, async () => join(publicCtx(), await joining(token, who))),
    );
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await inviteFirstAdministrator(setupCtx())).toBeNull();

    const { staffId } = await signIn(
      publicCtx(),
      { email: who.email, password: PASSWORD, code: codeOf(secret) },
      from,
    );
    const controller = await createController(staffOf(staffId, []), { slug: "ada-ab", settings: SETTINGS });
    expect(await rolesAt(staffId, controller.id)).toEqual(["administrator"]);
    expect(
      await refusalOf(createController(staffOf(staffId, []), { slug: "ada-ab-2", settings: SETTINGS })),
    ).toBe("not_allowed");
  });
});

describe("a colleague", () => {
  async function invited(roles = ["officer"]) {
    const controller = await makeController();
    const admin = await makeStaff(controller.id, ["administrator"]);
    const ctx = await controller.as(admin.id, ["administrator"]);
    const email = `kim.${controller.slug}@norrvik.example`;
    const { staffId } = await inviteStaff(ctx, { name: "Kim Kollega", email, language: "en", roles });
    return { controller, ctx, staffId, email, token: await newestLink(database, staffId) };
  }

  test("joins with the roles of the invitation, whatever else is sent", async () => {
    await roomInStep();
    const { controller, staffId, email, token } = await invited();
    expect(await issuesOf(join(publicCtx(), await joining(token, { roles: ["administrator"] })))).toEqual([
      "roles:unknownField",
    ]);
    const codes = await join(
      publicCtx(),
      await joining(token, { email: "other@norrvik.example", name: "Someone" }),
    );
    expect(codes).toHaveLength(10);
    expect(await rolesAt(staffId, controller.id)).toEqual(["officer"]);
    expect((await staffById(staffId))?.who).toEqual({ name: "Kim Kollega", email });
    const recovered = await signIn(
      publicCtx(),
      { email, password: PASSWORD, code: codes[0]?.toLowerCase() },
      from,
    );
    expect(recovered.staffId).toBe(staffId);
    expect(await refusalOf(signIn(publicCtx(), { email, password: PASSWORD, code: codes[0] }, from))).toBe(
      "not_signed_in",
    );
    expect(await refusalOf(signIn(publicCtx(), { email, password: PASSWORD, code: codes[1] }, from))).toBe(
      "done",
    );
  });

  test("is mailed the link, sealed, from the controller that invites", async () => {
    const { controller, staffId, token } = await invited();
    const [notice] = await database.query<{
      kind: string;
      state: string;
      contentSealed: Buffer;
      controllerId: string;
    }>("postgres", `select kind, state, "contentSealed", "controllerId" from "Notice" where "staffId" = $1`, [
      staffId,
    ]);
    expect(notice).toMatchObject({ kind: "staff_invitation", state: "owed", controllerId: controller.id });
    expect(notice?.contentSealed.includes(token)).toBe(false);
    expect(await count(`"StaffLink" where encode("tokenHash", 'escape') like '%${token}%'`)).toBe(0);
  });

  test.each([
    ["used", async (token: string) => void (await join(publicCtx(), await joining(token)))],
    [
      "expired",
      async () =>
        void (await database.query(
          "postgres",
          `update "StaffLink" set "expiresAt" = now() where "usedAt" is null`,
        )),
    ],
  ])("cannot join with a link that is %s", async (state, spoil) => {
    await roomInStep();
    const { token } = await invited();
    await spoil(token);
    expect(await refusalOf(join(publicCtx(), await joining(token, {}, 0)))).toBe(`link_${state}`);
  });

  test("joins with the newest link only", async () => {
    const { ctx, staffId, token } = await invited();
    await inviteAgain(ctx, { staffId });
    expect(await refusalOf(join(publicCtx(), await joining(token)))).toBe("link_superseded");
    expect(await refusalOf(join(publicCtx(), await joining(await newestLink(database, staffId))))).toBe(
      "done",
    );
    expect(await issuesOf(inviteAgain(ctx, { staffId }))).toEqual([":staffJoined"]);
  });

  test("must choose a good password and prove the app, also after a reset", async () => {
    await roomInStep();
    const { token } = await invited();
    expect(await issuesOf(join(publicCtx(), await joining(token, { password: "short" })))).toEqual([
      "password:passwordTooShort",
    ]);
    expect(await issuesOf(join(publicCtx(), await joining(token, { code: "000000" })))).toEqual([
      "code:codeWrong",
    ]);
    expect(await issuesOf(join(publicCtx(), await joining(token, {}, 2)))).toEqual(["code:codeWrong"]);
    expect(await refusalOf(join(publicCtx(), { ...(await joining(token)), token: "A".repeat(43) }))).toBe(
      "link_unknown",
    );
  });

  test("whose sign-in was reset has nothing of the old one left, and joins again by mail", async () => {
    await roomInStep();
    const controller = await makeController();
    const admin = await makeStaff(controller.id, ["administrator"]);
    const staff = await makeStaff(controller.id, ["officer"]);
    const ctx = await controller.as(admin.id, ["administrator"]);
    const old = { email: staff.email, password: staff.password, code: codeOf(staff.totpSecret, -1) };
    const { sessionId } = await signIn(publicCtx(), old, from);
    await resetSignIn(ctx, { staffId: staff.id });
    expect(await signedIn(sessionId, null)).toBeNull();
    expect(await refusalOf(signIn(publicCtx(), { ...old, code: codeOf(staff.totpSecret) }, from))).toBe(
      "not_signed_in",
    );
    const token = await newestLink(database, staff.id);
    await join(publicCtx(), await joining(token));
    const fresh = { email: staff.email, password: PASSWORD, code: codeOf(await offeredTo(token)) };
    expect(await refusalOf(signIn(publicCtx(), fresh, from))).toBe("done");
    expect(await rolesAt(staff.id, controller.id)).toEqual(["officer"]);
  });
});
