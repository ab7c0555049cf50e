import { buildCalendar } from "@/lib/adapters/holidays";
import { installCalendars } from "@/lib/commands/clock/install-calendars";
import { installAuthorities, type ShippedAuthorities } from "@/lib/commands/controller/install-authorities";
import { allAuthorities, authorityBySlug, saveAuthority } from "@/lib/db/authority";
import { quietly } from "@/lib/db/transact";
import type { Authority } from "@/lib/domain/controller/settings";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { GDPR_STATES } from "@/lib/domain/law/profiles/gdpr";
import { authoritiesToChoose, authorityOfController } from "@/lib/queries/controller/authorities";
import { useDatabase } from "@/tests/support/database";
import { aController, publicCtxAt, setupCtx, staffCtxAt } from "@/tests/support/desk";

const database = useDatabase("migrated");
beforeAll(async () => {
  await installCalendars(
    setupCtx(),
    ["SE", "DK"].map((state) => buildCalendar(state, 2026, 2040)),
    "test",
  );
});

const events = () =>
  database.query<{ line: string }>(
    "postgres",
    `select line from "AuditEvent" where type = 'authority.changed' order by seq`,
  );

function list(version: number, ...authorities: Partial<Authority>[]): ShippedAuthorities {
  const blank = { countries: ["SE"], name: "", address: "", phone: "", email: "", web: "" };
  const datedOn = "2026-11-23" as IsoDate;
  return { version, authorities: authorities.map((some) => ({ slug: "x", ...blank, datedOn, ...some })) };
}

/** Versions of the list must grow above the shipped one in this file. */
let newest = 100;

describe("the shipped list", () => {
  test("two first starts at the same time fill the table once, in one line of the log", async () => {
    const written = await Promise.all([installAuthorities(setupCtx()), installAuthorities(setupCtx())]);
    expect(written.map((slugs) => slugs.length).sort((a, b) => a - b)).toEqual([0, 86]);
    expect(await allAuthorities()).toHaveLength(86);
    const [event, ...others] = await events();
    expect(others).toEqual([]);
    expect(JSON.parse(event?.line ?? "{}").facts).toMatchObject({ list: 2 });
  });

  test("a later start changes nothing and says nothing", async () => {
    expect(await installAuthorities(setupCtx())).toEqual([]);
    expect(await events()).toHaveLength(1);
  });

  test("has one for every state in which the GDPR applies, each with name, address and a way to reach it", async () => {
    const authorities = (await allAuthorities()).map(({ authority }) => authority);
    const covered = new Set(authorities.flatMap(({ countries }) => countries));
    expect(GDPR_STATES.filter((state) => !covered.has(state))).toEqual([]);
    for (const { slug, name, address, phone, email, web, countries, datedOn } of authorities) {
      expect([slug, name !== "" && address !== "" && (phone || email || web) !== ""]).toEqual([slug, true]);
      expect([slug, countries.filter((code) => !/^[A-Z]{2}$/.test(code))]).toEqual([slug, []]);
      expect([slug, web === "" || /^https?:\/\//.test(web)]).toEqual([slug, true]);
      expect(datedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });

  test("names the Swedish authority", async () => {
    expect(await authorityBySlug("sedi")).toEqual({
      slug: "sedi",
      countries: ["SE"],
      name: "Integritetsskyddsmyndigheten (IMY)",
      address: "Box 8114\n104 20 Stockholm\nSweden",
      phone: "+46 8 657 61 00",
      email: "imy@imy.se",
      web: "https://www.imy.se/",
      datedOn: "2026-11-23",
    });
  });
});

describe("a newer list", () => {
  test("brings what is new and what nobody edited, and leaves what somebody edited", async () => {
    newest += 1;
    const first = list(newest, { slug: "left", name: "A" }, { slug: "edited", name: "B" });
    expect(await installAuthorities(setupCtx(), first)).toEqual(["left", "edited"]);
    await quietly(async (tx) => {
      const edited = (await authorityBySlug("edited", tx)) as Authority;
      await saveAuthority(tx, { ...edited, name: "Ours" }, { seedVersion: null, at: new Date() });
    });
    newest += 1;
    const names = [
      { slug: "left", name: "A2" },
      { slug: "edited", name: "B2" },
      { slug: "new", name: "C" },
    ];
    expect(await installAuthorities(setupCtx(), list(newest, ...names))).toEqual(["left", "new"]);
    expect((await authorityBySlug("left"))?.name).toBe("A2");
    expect((await authorityBySlug("edited"))?.name).toBe("Ours");
    expect((await authorityBySlug("new"))?.name).toBe("C");
  });

  test("counts a row's version up with every change", async () => {
    const versions = Object.fromEntries((await allAuthorities()).map((s) => [s.authority.slug, s.version]));
    expect(versions).toMatchObject({ left: 2, edited: 2, new: 1, sedi: 1 });
  });

  test("an older list does not undo a newer one", async () => {
    expect(await installAuthorities(setupCtx(), list(newest - 1, { slug: "left", name: "old" }))).toEqual([]);
    expect((await authorityBySlug("left"))?.name).toBe("A2");
  });
});

test.each([
  { kind: "public" },
  { kind: "system" },
  { kind: "staff", staffId: "x", roles: ["administrator"] },
] as const)("$kind may not install authorities", async (actor) => {
  const attempt = installAuthorities({ ...setupCtx(), actor }, list(newest + 1, { slug: "evil" }));
  await expect(attempt).rejects.toMatchObject({ refusal: { code: "not_allowed" } });
  expect(await authorityBySlug("evil")).toBeNull();
});

describe("who sees them", () => {
  test("an administrator chooses from all, those of the controller's country first", async () => {
    const controller = await aController({
      country: "DK",
      region: "DK",
      profile: "gdpr-dk",
      authority: "dkdi",
    });
    const choice = await authoritiesToChoose(await staffCtxAt(controller, ["administrator"]));
    expect(choice[0]?.slug).toBe("dkdi");
    expect(choice.length).toBe((await allAuthorities()).length);
    const rest = choice.slice(1).map(({ countries }) => countries[0] as string);
    expect(rest).toEqual([...rest].sort());
  });

  test("who may not read settings may not list them", async () => {
    const controller = await aController();
    const ctx = await staffCtxAt(controller, ["contributor"]);
    await expect(authoritiesToChoose(ctx)).rejects.toMatchObject({ refusal: { code: "not_allowed" } });
    await expect(authoritiesToChoose(publicCtxAt(controller))).rejects.toMatchObject({
      refusal: { code: "not_signed_in" },
    });
  });

  test("anybody may know the one a controller names", async () => {
    const controller = await aController({ authority: "dkdi" });
    expect((await authorityOfController(publicCtxAt(controller)))?.name).toBe("Datatilsynet (Denmark)");
  });
});
