/** A privacy officer works requests from the queue to the answer; the auditor reads after; on phone and desktop. */
import { createHash, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { askQuestion } from "@/lib/commands/request/ask-question";
import { flag } from "@/lib/commands/request/flag";
import { reply } from "@/lib/commands/request/reply";
import type { Controller } from "@/lib/db/controller";
import { CHAIN_START, nextLine } from "@/lib/domain/audit/verify-chain";
import { formatReference } from "@/lib/domain/intake/reference";
import { startApp, type TestApp } from "@/tests/support/app";
import {
  expectAccessible,
  launchBrowser,
  noThirdPartyRequests,
  type TestBrowser,
} from "@/tests/support/browser";
import { useDatabase } from "@/tests/support/database";
import {
  ACCESS,
  aController,
  aFiling,
  filed,
  filedAndConfirmed,
  publicCtxAt,
  staffCtxAt,
  TEST_PASSWORD,
  TEST_TOTP,
} from "@/tests/support/desk";
import { codeOf, roomInStep } from "@/tests/support/staff";

const database = useDatabase();
const SHOTS = process.env.HABEAS_SHOTS;

let app: TestApp;
let browser: TestBrowser;
let controller: Controller;
let officer: Awaited<ReturnType<typeof staffCtxAt>>;
let colleague: Awaited<ReturnType<typeof staffCtxAt>>;
let auditor: Awaited<ReturnType<typeof staffCtxAt>>;
let officerPage: Page;
let colleaguePage: Page;
let auditorPage: Page;
let anna: string;
let erasure: string;

const daysAgo = (days: number) => () => new Date(Date.now() - days * 86_400_000);

beforeAll(async () => {
  controller = await aController();
  [officer, colleague, auditor] = [
    await staffCtxAt(controller, ["officer"]),
    await staffCtxAt(controller, ["officer"]),
    await staffCtxAt(controller, ["auditor"]),
  ];
  for (let days = 0; days < 20; days += 2) await filedAndConfirmed(publicCtxAt(controller, daysAgo(days)));
  const late = await filedAndConfirmed(publicCtxAt(controller, daysAgo(45)));
  await flag(officer, {
    reference: late.reference,
    version: 1,
    ground: "excessive",
    reason: "Femte begäran på en vecka om samma sak.",
  });
  const waiting = await filedAndConfirmed(publicCtxAt(controller, daysAgo(26)));
  await askQuestion(officer, { reference: waiting.reference, version: 1, text: "Vilket kundnummer?" });
  await filed(publicCtxAt(controller, daysAgo(3)));
  const filing = aFiling(
    [{ ...ACCESS, scope: "part", subject: "Mina köp\noch samtal med <b>kundtjänst</b>" }],
    {
      name: "Anna Öberg-Lindqvist",
      email: "anna.oberg@person.test",
    },
  );
  anna = (await filedAndConfirmed(publicCtxAt(controller, daysAgo(1)), filing)).reference;
  const erase = aFiling([{ right: "erasure", grounds: ["a", "unknown"], what: "Allt om mina köp" }], {
    email: "anna.oberg@person.test",
  });
  erasure = (await filedAndConfirmed(publicCtxAt(controller, daysAgo(2)), erase)).reference;
  app = await startApp({ database, limits: { ANSWER_HOLD_SECONDS: 12 } });
  browser = await launchBrowser();
  await roomInStep(10);
  [officerPage, colleaguePage, auditorPage] = [
    await signedIn(officer.email),
    await signedIn(colleague.email),
    await signedIn(auditor.email),
  ];
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const desk = (rest = "") => `${app.url}/staff/${controller.slug}${rest}`;
const requestUrl = (reference: string) => desk(`/requests/${reference}`);

/** A page of somebody of the staff; from sign-in on it speaks their language, Swedish. */
async function signedIn(email: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${app.url}/staff/sign-in`);
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password").fill(TEST_PASSWORD);
  await page.getByLabel("One-time code").fill(codeOf(TEST_TOTP));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => url.pathname.endsWith("/queue"));
  return page;
}

/** Looks at a page on both sizes: accessible, and nothing runs out of it sideways. */
async function look(page: Page, name: string): Promise<void> {
  for (const [width, height] of [
    [360, 740],
    [1280, 900],
  ] as const) {
    await page.setViewportSize({ width, height });
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}-${width}.png`, fullPage: true });
    await expectAccessible(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect({ name, width, overflow: Math.max(0, overflow) }).toEqual({ name, width, overflow: 0 });
  }
}

test("the queue answers what is next, finds a person, and keeps what it shows in its address", async () => {
  const page = officerPage;
  await page.goto(desk("/queue"));
  await look(page, "queue");
  const rows = page.locator("tbody tr");
  await expect(rows.first().textContent()).resolves.toContain("försenad");
  await expect(page.getByRole("link", { name: /Försenade\s*1/ }).count()).resolves.toBe(1);

  await page.getByLabel("Rättighet", { exact: true }).selectOption("erasure");
  await page.getByRole("button", { name: "Visa" }).click();
  await page.waitForURL(/right=erasure/);
  await expect(rows.count()).resolves.toBe(1);
  await look(page, "queue-filtered");
  await page.getByRole("link", { name: "Ta bort filtret Radering" }).click();
  await page.waitForURL((url) => !url.search.includes("right"));

  await page.getByRole("searchbox").fill("öberg anna");
  await page.getByRole("button", { name: "Sök" }).click();
  await page.waitForURL(/who=[0-9a-f]{32},[0-9a-f]{32}/);
  expect(page.url()).not.toMatch(/anna|berg/i);
  await expect(rows.count()).resolves.toBe(1);
  await expect(rows.first().textContent()).resolves.toContain("Anna Öberg-Lindqvist");
  await page.getByRole("searchbox").fill("qwertyson");
  await page.getByRole("button", { name: "Sök" }).click();
  await page.getByText("Ingen begäran stämmer med sökningen.").waitFor();
  await page.getByRole("searchbox").fill(formatReference(anna).toLowerCase());
  await page.getByRole("button", { name: "Sök" }).click();
  await page.waitForURL(requestUrl(anna));
});

test("the queue can be walked with the keyboard alone, and the letters can be switched off", async () => {
  const page = officerPage;
  await page.goto(desk("/queue"));
  const focused = () =>
    page.evaluate(() => document.activeElement?.getAttribute("href") ?? document.activeElement?.id);
  const links = await page
    .locator("a[data-row]")
    .evaluateAll((rows) => rows.map((row) => row.getAttribute("href")));
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  expect(await focused()).toBe(links[0]);
  await page.keyboard.press("/");
  expect(await focused()).toBe("search");
  await page.keyboard.type("j/k?");
  await expect(page.getByRole("searchbox").inputValue()).resolves.toBe("j/k?");
  await page.getByText("Kortkommandon", { exact: true }).click();
  await page.getByLabel("Använd kortkommandon").uncheck();
  await page.reload();
  await page.keyboard.press("j");
  expect(links).not.toContain(await focused());
});

test("what strangers typed is text everywhere at the desk", async () => {
  const page = officerPage;
  const evil = `"><svg/onload=alert(1)></script><script>alert(2)</script><img src=//evil.test/p onerror=alert(3)>{{7*7}}`;
  const filing = aFiling([{ ...ACCESS, scope: "part", subject: evil }], { name: evil.slice(0, 190) });
  const { reference, requester } = await filedAndConfirmed(publicCtxAt(controller), filing);
  await askQuestion(officer, { reference, version: 1, text: evil });
  await reply(requester, { reference, text: evil, idempotencyKey: randomUUID() });
  await flag(officer, { reference, version: 3, ground: "excessive", reason: evil });
  let dialogs = 0;
  page.on("dialog", (dialog) => {
    dialogs++;
    return dialog.dismiss();
  });
  const watch = noThirdPartyRequests(page, app.url);
  for (const rest of ["/queue", `/requests/${reference}`, `/requests/${reference}/answer`]) {
    await page.goto(desk(rest));
    await expect(page.getByText("onload=alert(1)").count()).resolves.toBeGreaterThan(0);
    await expect(page.locator("svg, main img, main script").count()).resolves.toBe(0);
  }
  await page.getByLabel("Inga uppgifter finns", { exact: true }).check();
  await page.getByRole("button", { name: "Lägg till en sökning" }).click();
  await page.getByLabel("System", { exact: true }).fill(evil);
  await page.getByLabel("Med vilka uppgifter").fill(evil);
  await page.getByLabel("Resultat", { exact: true }).selectOption("nothing");
  await page.getByLabel("Något mer att säga").fill(evil);
  await page.getByRole("button", { name: "Granska brevet" }).click();
  await page.getByRole("article").getByText("onload=alert(1)").first().waitFor();
  await expect(page.getByText("49", { exact: true }).count()).resolves.toBe(0);
  watch.expectQuiet();
  expect(dialogs).toBe(0);
});

test("a request is assigned, noted, asked about, flagged and answered; sending is undone once", async () => {
  const page = officerPage;
  await page.goto(requestUrl(erasure));
  await expect(page.getByText("Allt om mina köp").count()).resolves.toBe(1);
  await page.getByText("Varför just det datumet?").click();
  await look(page, "request");

  await page.getByLabel("Ge till").selectOption(colleague.staffId);
  await page.locator("#assign").getByRole("button", { name: "Spara" }).click();
  await page.getByRole("status").getByText("är nu handläggare").waitFor();
  await page.getByRole("button", { name: "Ångra", exact: true }).click();
  await page.getByText("Begäran har ingen handläggare längre.").waitFor();

  await page.getByLabel("Ny intern anteckning").fill("Ring <script>alert(1)</script> arkivet");
  await page.getByRole("button", { name: "Spara anteckningen" }).click();
  await page.getByText("Anteckningen är sparad.").waitFor();
  await expect(page.getByText("Ring <script>alert(1)</script> arkivet").count()).resolves.toBe(1);
  await page.locator("#thread").getByRole("link", { name: "Ställ en fråga" }).click();
  await page.getByLabel("Frågan, så som personen läser den").fill("Gäller det även nyhetsbrevet?");
  await look(page, "ask");
  await page.getByRole("button", { name: "Läs innan frågan skickas" }).click();
  await page.getByRole("heading", { name: "Frågan, som läses bakom länken" }).waitFor();
  await look(page, "ask-letter");
  await page.getByRole("button", { name: "Skicka frågan" }).click();
  await page.getByRole("status").getByText("Frågan är ställd.").waitFor();
  await page.getByText("Flagga begäran").click();
  await page.getByLabel("Kan vara uppenbart orimlig").check();
  await page.getByLabel("Skäl", { exact: true }).fill("Samma begäran igen.");
  await page.getByRole("button", { name: "Sätt flagga" }).click();
  await page.getByText("Flaggan är satt.").waitFor();
  await look(page, "request-worked");

  await page.getByRole("link", { name: "Skriv svaret" }).click();
  await page.getByRole("button", { name: "Granska brevet" }).click();
  await page.locator("#error-summary").waitFor();
  await look(page, "answer-error");
  await page.getByRole("radio", { name: "Nej", exact: true }).check();
  await page.getByLabel("Rättslig grund").selectOption("legal_obligation");
  await page.getByLabel("Skäl", { exact: true }).fill("Bokföringen måste sparas i sju år.");
  await page.getByRole("button", { name: "Granska brevet" }).click();
  await page.getByText("Skriv vilken bestämmelse som gäller").waitFor();
  await expect(page.getByRole("button", { name: "Skicka svaret" }).count()).resolves.toBe(0);
  await look(page, "preview-missing");
  await page.getByRole("link", { name: "Ändra" }).click();
  await expect(page.getByLabel("Skäl", { exact: true }).inputValue()).resolves.toBe(
    "Bokföringen måste sparas i sju år.",
  );
  await page.getByLabel("Bestämmelse").fill("7 kap. 2 § bokföringslagen (1999:1078)");
  await page.getByLabel("I ord, om ingen dag").fill("Sju år efter räkenskapsåret.");
  await look(page, "answer");
  await page.getByRole("button", { name: "Granska brevet" }).click();
  const letter = page.getByRole("article");
  for (const text of ["bokföringslagen", "Integritetsskyddsmyndigheten", "domstol"]) {
    await letter.getByText(text).first().waitFor();
  }
  await look(page, "preview");
  const read = await letter.textContent();

  await page.getByRole("button", { name: "Skicka svaret" }).click();
  await page.getByText("Svaret är beslutat.").waitFor();
  await look(page, "request-decided");
  await page.locator("#decision").getByRole("button", { name: "Ångra sändningen" }).click();
  await page.getByText("Sändningen är ångrad.").waitFor();

  await page.getByRole("link", { name: "Skriv svaret" }).click();
  await page.getByRole("button", { name: "Granska brevet" }).click();
  await page.getByRole("button", { name: "Skicka svaret" }).click();
  await page.getByText("Svaret är beslutat.").waitFor();
  await app.smtp.waitForMail("anna.oberg@person.test", { subject: /svar/i, timeout: 60_000 });
  await page.waitForTimeout(1_000);
  await page.goto(requestUrl(erasure));
  await page.getByText("Läs brevet").click();
  await expect(page.getByRole("article").textContent()).resolves.toBe(read);
  await expect(page.getByText("Gäller sedan").count()).resolves.toBe(1);
  await look(page, "request-closed");
});

test("a lost race says what happened, keeps what was typed, and lets it be sent again", async () => {
  const [first, second] = [officerPage, colleaguePage];
  await first.goto(requestUrl(anna));
  await second.goto(requestUrl(anna));
  await first.getByLabel("Ny intern anteckning").fill("Den första");
  await first.getByRole("button", { name: "Spara anteckningen" }).click();
  await first.getByText("Anteckningen är sparad.").waitFor();
  await second.getByLabel("Ny intern anteckning").fill("Den andra\nmed en rad till");
  const [answer] = await Promise.all([
    second.waitForResponse((response) => response.request().method() === "POST"),
    second.getByRole("button", { name: "Spara anteckningen" }).click(),
  ]);
  expect(answer.status()).toBe(409);
  await second.getByText("En kollega skrev en anteckning.").waitFor();
  await expect(second.getByRole("textbox").inputValue()).resolves.toBe("Den andra\nmed en rad till");
  await look(second, "conflict");
  await second.getByRole("button", { name: "Spara ändå" }).click();
  await second.getByText("Anteckningen är sparad.").waitFor();
  await expect(second.getByText("Den första").count()).resolves.toBe(1);
  await expect(second.getByText("Den andra").count()).resolves.toBe(1);
});

test("the auditor sees no name and no button that changes anything, and takes the log and the register home", async () => {
  const page = auditorPage;
  await page.goto(desk("/queue"));
  await look(page, "queue-auditor");
  await expect(page.getByText("Anna").count()).resolves.toBe(0);
  await page.goto(requestUrl(anna));
  await expect(page.getByText("Anna").count()).resolves.toBe(0);
  await expect(page.getByText("Den första").count()).resolves.toBe(0);
  await expect(page.locator("main form").count()).resolves.toBe(0);
  await look(page, "request-auditor");

  await page.goto(desk("/audit"));
  await look(page, "audit");
  const download = async (button: string) => {
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: button }).click(),
    ]);
    return { name: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
  };
  const log = await download("Hela loggen (JSON Lines)");
  let state = CHAIN_START;
  for (const line of log.text.trimEnd().split("\n")) {
    const checked = nextLine(state, line, (text) => createHash("sha256").update(text).digest("hex"));
    if (!checked.ok) throw new Error(`line ${state.nextSeq}: ${checked.refusal}`);
    state = checked.value;
  }
  expect(state.nextSeq).toBeGreaterThan(30);
  const register = await download("Register över begäranden (CSV)");
  expect(register.name).toMatch(/-requests-v2-\d{4}-\d\d-\d\d\.csv$/);
  expect(register.text.split("\r\n").length).toBeGreaterThan(15);
  const excel = await download("Register för Excel (CSV)");
  expect(excel.text.startsWith("\uFEFFreference;")).toBe(true);
});
