/** A true call for every changing route of accounts, colleagues and settings. */

import { randomUUID } from "node:crypto";
import { aController, SETTINGS } from "@/tests/support/desk";
import { createVisitor } from "@/tests/support/http";
import { browserOf } from "@/tests/support/sign-in";
import { codeOf, makeStaff, newestLink, offeredTo } from "@/tests/support/staff";
import type { Call, Ground, Ready } from "./ground";

const NEW_PASSWORD = "eleven loud geese on the frozen pond";

/** What an administrator sends about the controller or a colleague. */
const admin =
  (path: string, value: (ground: Ground) => Promise<object>): Ready =>
  async (ground) =>
    ground.json(ground.everybody, `/api/staff/${ground.slug}/${path}`, await value(ground));

export const ACCESS_CALLS: readonly Call[] = [
  [
    "/api/auth/[...nextauth]",
    "staff.signed_in",
    async ({ app, ctx, json }) => {
      const { email, password, totpSecret } = await makeStaff(ctx.controller.id, ["officer"]);
      const visitor = createVisitor(app.url);
      const { csrfToken } = JSON.parse((await visitor.get("/api/auth/csrf")).text) as { csrfToken: string };
      const fields = { email, password, csrfToken };
      return () => json(visitor, "/api/auth/callback/credentials", { ...fields, code: codeOf(totpSecret) })();
    },
  ],
  [
    "/api/staff/account/sign-out",
    "staff.signed_out",
    async ({ anAccount, form }) => form((await anAccount()).visitor, "/api/staff/account/sign-out", {}),
  ],
  [
    "/api/staff/account/sign-out-everywhere",
    "staff.sessions_revoked",
    async ({ anAccount, form }) =>
      form((await anAccount()).visitor, "/api/staff/account/sign-out-everywhere", {}),
  ],
  [
    "/api/staff/account/password",
    "staff.password_changed",
    async ({ anAccount, json }) => {
      const { visitor, account } = await anAccount();
      const fields = { password: account.password, newPassword: NEW_PASSWORD };
      const code = () => codeOf(account.totpSecret, 1);
      return () => json(visitor, "/api/staff/account/password", { ...fields, code: code() })();
    },
  ],
  [
    "/api/staff/account/recovery-codes",
    "staff.recovery_codes_made",
    async ({ anAccount, json }) => {
      const { visitor, account } = await anAccount();
      const { password, totpSecret } = account;
      const path = "/api/staff/account/recovery-codes";
      return () => json(visitor, path, { password, code: codeOf(totpSecret, 1) })();
    },
  ],
  [
    "/api/staff/join",
    "staff.activated",
    async ({ app, database, anInvited, json }) => {
      const token = await newestLink(database, await anInvited());
      const visitor = createVisitor(app.url);
      visitor.cookies.set("__Host-habeas.join", token);
      const secret = await offeredTo(token);
      return () => json(visitor, "/api/staff/join", { password: NEW_PASSWORD, code: codeOf(secret) })();
    },
  ],
  [
    "/api/staff/controllers",
    "controller.created",
    async ({ everybody, json }) => {
      const slug = `a-${randomUUID().slice(0, 8)}`;
      return json(everybody, "/api/staff/controllers", { slug, settings: SETTINGS });
    },
  ],
  [
    "/api/staff/[controller]/settings",
    "settings.changed",
    admin("settings", async ({ one, ctx }) => {
      const sql = `select "settingsVersion" as version from "Controller" where id = $1`;
      const { version } = await one<{ version: number }>(sql, ctx.controller.id);
      return { version, settings: { ...SETTINGS, contactPhone: "+46 8 111 11 11" } };
    }),
  ],
  [
    "/api/staff/[controller]/settings/slug",
    "controller.slug_changed",
    async ({ app, json }) => {
      const { id, slug } = await aController();
      const administrator = await browserOf(app, await makeStaff(id, ["administrator"]));
      return json(administrator, `/api/staff/${slug}/settings/slug`, { slug: `${slug}-new` });
    },
  ],
  [
    "/api/staff/[controller]/settings/authority",
    "authority.changed",
    admin("settings/authority", async ({ one }) => {
      const sql = `select version, data from "Authority" where slug = 'sedi'`;
      const { version, data } = await one<{ version: number; data: Record<string, string> }>(sql);
      const { name, address, email, web } = data;
      const phone = "+46 8 222 22 22";
      return { slug: "sedi", version, name, address, email, web, phone, datedOn: "2026-01-01" };
    }),
  ],
  [
    "/api/staff/[controller]/staff/invite",
    "staff.invited",
    admin("staff/invite", async () => ({
      name: "Ny Kollega",
      email: `${randomUUID().slice(0, 8)}@person.test`,
      language: "en",
      roles: ["officer"],
    })),
  ],
  [
    "/api/staff/[controller]/staff/invite-again",
    "notice.owed",
    admin("staff/invite-again", async ({ anInvited }) => ({ staffId: await anInvited() })),
  ],
  [
    "/api/staff/[controller]/staff/disable",
    "staff.disabled",
    admin("staff/disable", async ({ aColleague }) => ({ staffId: (await aColleague()).staffId })),
  ],
  [
    "/api/staff/[controller]/staff/enable",
    "staff.enabled",
    admin("staff/enable", async ({ aColleague, everybody, json, slug }) => {
      const { staffId } = await aColleague();
      await json(everybody, `/api/staff/${slug}/staff/disable`, { staffId })();
      return { staffId };
    }),
  ],
  [
    "/api/staff/[controller]/staff/reset",
    "staff.second_factor_reset",
    admin("staff/reset", async ({ aColleague }) => ({ staffId: (await aColleague()).staffId })),
  ],
  [
    "/api/staff/[controller]/staff/roles",
    "staff.roles_changed",
    admin("staff/roles", async ({ aColleague }) => ({ ...(await aColleague()), roles: ["dpo"] })),
  ],
];
