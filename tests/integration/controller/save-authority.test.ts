import { installAuthorities } from "@/lib/commands/controller/install-authorities";
import { saveAuthority } from "@/lib/commands/controller/save-authority";
import { requesterMail } from "@/lib/commands/notice/sender";
import { storedAuthority } from "@/lib/db/authority";
import { INSTALLATION_CHAIN } from "@/lib/db/transact";
import { ROLES } from "@/lib/domain/access/access";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { authorityView } from "@/lib/queries/controller/authorities";
import { useDatabase } from "@/tests/support/database";
import { setupCtx } from "@/tests/support/desk";
import { issuesOf, makeController, makeStaff, publicCtx, refusalOf } from "@/tests/support/staff";

const database = useDatabase();

/** Late on the last day of November in UTC; already December in Stockholm. */
const NIGHT = () => new Date("2026-11-30T23:30:00.000Z");

const IMY = {
  name: "Integritetsskyddsmyndigheten (IMY)",
  address: "Box 8114\n104 20 Stockholm\nSweden",
  phone: "+46 8 657 61 00",
  email: "imy@imy.se",
  web: "https://www.imy.se/",
  datedOn: "2026-11-23",
};

const versionOf = async (slug: string) => (await storedAuthority(slug))?.version ?? 0;

/** What an administrator types about the Swedish authority, from the version that is kept now. */
async function typed(change: Record<string, unknown> = {}) {
  return { slug: "sedi", version: await versionOf("sedi"), ...IMY, ...change };
}

async function desk(change: Parameters<typeof makeController>[0] = {}) {
  const controller = await makeController(change);
  const admin = await makeStaff(controller.id, ["administrator"]);
  return { controller, admin, ctx: await controller.as(admin.id, ["administrator"], NIGHT) };
}

async function logged(): Promise<{ chainId: string; line: Record<string, unknown> }[]> {
  const rows = await database.query<{ chainId: string; line: string }>(
    "postgres",
    `select "chainId", line from "AuditEvent" where type = 'authority.changed' order by "chainId", seq`,
  );
  return rows.map(({ chainId, line }) => ({ chainId, line: JSON.parse(line) }));
}

test("a correction is kept as edited, dated and logged by name only, and every controller's mail says it", async () => {
  const [one, another] = [await desk(), await desk()];
  const before = await logged();
  const version = await versionOf("sedi");
  const change = {
    phone: "+46 8 000 11 22",
    address: "Nya gatan 1\n111 11 Stockholm",
    datedOn: "2026-12-01",
  };
  expect(await saveAuthority(one.ctx, await typed(change))).toEqual({
    slug: "sedi",
    changed: ["address", "phone", "datedOn"],
  });
  expect(await storedAuthority("sedi")).toEqual({
    authority: { slug: "sedi", countries: ["SE"], ...IMY, ...change },
    version: version + 1,
    seedVersion: null,
  });
  const { sender } = await requesterMail(another.ctx, "sv");
  expect(sender.authority).toMatchObject({ phone: "+46 8 000 11 22" });
  const lines = (await logged()).slice(before.length);
  const chains = lines.map(({ chainId }) => chainId);
  expect(chains).toEqual(
    expect.arrayContaining([INSTALLATION_CHAIN, one.controller.id, another.controller.id]),
  );
  expect(new Set(lines.map(({ line }) => JSON.stringify(line.facts))).size).toBe(1);
  const event = lines.find(({ chainId }) => chainId === INSTALLATION_CHAIN);
  expect(event).toMatchObject({
    chainId: INSTALLATION_CHAIN,
    line: {
      actor: `staff:${one.admin.id}`,
      facts: {
        slugs: ["sedi"],
        version: version + 1,
        changed: ["address", "phone", "datedOn"],
        controller: one.controller.id,
      },
    },
  });
  expect(JSON.stringify(lines)).not.toMatch(/Nya gatan|000 11 22/);
});

test("the page shows the controller's own, whether it was edited, and today in the controller's zone", async () => {
  const { ctx } = await desk();
  expect(await authorityView(ctx)).toMatchObject({
    authority: { slug: "sedi" },
    ...{ own: true, edited: true, mayWrite: true, today: "2026-12-01" },
  });
  expect(await authorityView(ctx, "dkdi")).toMatchObject({
    authority: { slug: "dkdi", datedOn: "2026-11-23" },
    ...{ own: false, edited: false, version: 1 },
  });
  expect(await refusalOf(authorityView(ctx, "nowhere"))).toBe("not_found");
});

test("what says the same already changes nothing and says nothing, also for whoever comes late", async () => {
  const { ctx } = await desk();
  const danish = await storedAuthority("dkdi");
  const { countries: _, ...same } = danish?.authority ?? { countries: [] };
  const before = await logged();
  for (const version of [1, 7]) {
    expect(await saveAuthority(ctx, { ...same, version })).toEqual({ slug: "dkdi", changed: [] });
  }
  expect(await storedAuthority("dkdi")).toEqual(danish);
  expect(await logged()).toEqual(before);
});

test("only an administrator corrects it; who works with settings reads it", async () => {
  const { controller, admin, ctx } = await desk();
  const before = await storedAuthority("sedi");
  for (const role of ROLES.filter((each) => each !== "administrator")) {
    const other = await controller.as(admin.id, [role], NIGHT);
    expect(await refusalOf(saveAuthority(other, await typed({ name: "Ingen" })))).toBe("not_allowed");
    expect([role, await refusalOf(authorityView(other))]).toEqual([
      role,
      role === "contributor" ? "not_allowed" : "done",
    ]);
  }
  const anybody = { ...ctx, ...publicCtx() };
  expect(await refusalOf(saveAuthority(anybody, await typed({ name: "Ingen" })))).toBe("not_signed_in");
  expect(await storedAuthority("sedi")).toEqual(before);
});

test.each([
  [{ datedOn: "2026-12-02" }, "datedOn:dateAhead"],
  [{ datedOn: "2026-02-30" }, "datedOn:date"],
  [{ datedOn: "" }, "datedOn:date"],
  [{ web: "http://www.imy.se" }, "web:webAddress"],
  [{ web: "javascript:alert(1)" }, "web:webAddress"],
  [{ web: "imy.se" }, "web:webAddress"],
  [{ email: "imy" }, "email:email"],
  [{ email: "a@x.example\r\nBcc: b@y.example" }, "email:email"],
  [{ phone: "call us" }, "phone:phone"],
  [{ name: " " }, "name:required"],
  [{ name: "x\r\nBcc: y" }, "name:characters"],
  [{ address: "\n" }, "address:required"],
  [{ slug: "../x" }, "slug:authority"],
  [{ version: 0 }, "version:required"],
  [{ countries: ["DK"] }, "countries:unknownField"],
])("%j is refused at %s and nothing is kept", async (change, issue) => {
  const { ctx } = await desk();
  const before = await storedAuthority("sedi");
  expect(await issuesOf(saveAuthority(ctx, await typed(change)))).toEqual([issue]);
  expect(await storedAuthority("sedi")).toEqual(before);
});

test("what cannot be reached by phone, mail or web may say so, and an unknown one is not made", async () => {
  const { ctx } = await desk();
  const { changed } = await saveAuthority(ctx, await typed({ phone: "", email: "", web: "" }));
  expect(changed).toEqual(expect.arrayContaining(["phone", "email", "web"]));
  expect(await refusalOf(saveAuthority(ctx, await typed({ slug: "nowhere", version: 1 })))).toBe("not_found");
  expect(await storedAuthority("nowhere")).toBeNull();
});

test("the day is the controller's: what is today in Stockholm is still tomorrow in Reykjavík", async () => {
  const { ctx } = await desk({ zone: "Atlantic/Reykjavik" });
  expect(await issuesOf(saveAuthority(ctx, await typed({ datedOn: "2026-12-01" })))).toEqual([
    "datedOn:dateAhead",
  ]);
});

test("of ten corrections of one version one is kept, and the others hear what differs", async () => {
  const { ctx } = await desk();
  // The first round also opens every connection of the pool; with all open, the later ones meet head on.
  for (const round of ["a", "b", "c"]) {
    const seen = await typed({ datedOn: "2026-11-29" });
    const ended = await Promise.allSettled(
      Array.from({ length: 10 }, (_, n) => saveAuthority(ctx, { ...seen, name: `Namn ${round}${n}` })),
    );
    expect(ended.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const each of ended) {
      if (each.status === "fulfilled") continue;
      expect(each.reason.refusal).toEqual({
        code: "changed_meanwhile",
        version: seen.version + 1,
        changed: ["name"],
      });
    }
    expect(await versionOf("sedi")).toBe(seen.version + 1);
  }
});

test("a newer shipped list leaves what was edited, and brings the rest", async () => {
  const { ctx } = await desk();
  await saveAuthority(ctx, await typed({ name: "Vår IMY" }));
  const of = (slug: string, name: string) => ({
    ...IMY,
    ...{ slug, name, countries: ["SE"], datedOn: "2027-01-01" as IsoDate },
  });
  const list = { version: 1000, authorities: [of("sedi", "IMY 2027"), of("dkdi", "Danmark 2027")] };
  expect(await installAuthorities(setupCtx(), list)).toEqual(["dkdi"]);
  expect(await storedAuthority("sedi")).toMatchObject({ authority: { name: "Vår IMY" }, seedVersion: null });
  expect(await storedAuthority("dkdi")).toMatchObject({ authority: { name: "Danmark 2027" } });
});
