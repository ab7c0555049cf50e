import { remindUnconfirmed } from "@/lib/commands/identity/remind-unconfirmed";
import { enterFiling } from "@/lib/commands/intake/enter-filing";
import { finishUploads } from "@/lib/commands/intake/receive-upload";
import { newestEvents } from "@/lib/db/audit-log";
import { db } from "@/lib/db/client";
import { asReceivedView } from "@/lib/queries/intake/as-received";
import { queue } from "@/lib/queries/request/queue";
import { requestPage } from "@/lib/queries/request/request-page";
import { queueParams } from "@/lib/schemas/request/queue";
import { useDatabase } from "@/tests/support/database";
import { aController, publicCtxAt, staffCtxAt } from "@/tests/support/desk";
import { anEntry, entered } from "@/tests/support/entry";
import { deliver, eventsOf, refusal, systemCtx } from "@/tests/support/office";
import { anUpload, useFiles } from "@/tests/support/upload";

useDatabase();
useFiles();

const NOW = new Date("2026-11-25T10:00:00Z");

async function office() {
  const controller = await aController();
  const officer = await staffCtxAt(controller, ["officer"], () => NOW);
  return { controller, officer };
}

const received = (on: string, at: string, known = true) => ({
  receivedOn: on,
  receivedAt: at,
  knownBack: known,
});

test("a letter counts from when it came, whoever enters it and when", async () => {
  const { officer } = await office();
  const { reference } = await entered(officer, received("2026-11-05", "09:15"));
  const page = await requestPage(officer, reference);
  expect(page.channel).toBe("post");
  expect(page.receivedAt).toBe("2026-11-05T08:15:00.000Z");
  // One month from 5 November; 5 December 2026 is a Saturday (Reg. 1182/71 Art. 3(4)).
  expect(page.clock.statutory).toBe("2026-12-07");
  const view = await asReceivedView(officer, reference);
  expect(view).toMatchObject({
    enteredAt: NOW.toISOString(),
    enteredBy: "Test officer",
    asReceived: { text: "Jag begär tillgång till mina uppgifter.", processor: null },
    byPost: true,
    mayVerify: true,
  });
});

test("the letter itself comes along with its entry, sealed, once, also when it is sent twice", async () => {
  const { controller, officer } = await office();
  const entry = anEntry(officer);
  const files = [await anUpload(officer, { name: "brev.pdf" })];
  const { requests } = await enterFiling(officer, entry, files);
  await finishUploads(files);
  const again = [await anUpload(officer, { name: "brev.pdf" })];
  await enterFiling(officer, entry, again);
  await finishUploads(again);
  const reference = requests[0]?.reference as string;
  const originals = (await asReceivedView(officer, reference))?.originals;
  expect(originals).toMatchObject([{ id: files[0]?.id, name: "brev.pdf" }]);
  expect(await eventsOf(controller, reference, "file.stored")).toHaveLength(1);
});

test("a request entered late may be overdue at once, and the queue says so", async () => {
  const { officer } = await office();
  const { reference } = await entered(officer, received("2026-09-01", "12:00"));
  const { lines } = await queue(officer, queueParams.parse({ view: "overdue" }));
  const line = lines.find((each) => each.reference === reference);
  expect(line?.daysLeft).toBeLessThan(0);
  expect(line?.trouble).toBe("to_post");
});

test("through a processor it counts from the processor's receipt", async () => {
  const { officer } = await office();
  const through = {
    channel: "processor",
    ...received("2026-11-20", "10:00"),
    processor: "Lönebyrån AB (påhittad)",
    processorOn: "2026-11-02",
    processorAt: "16:45",
  };
  const { reference } = await entered(officer, through);
  const page = await requestPage(officer, reference);
  expect(page.receivedAt).toBe("2026-11-02T15:45:00.000Z");
  expect((await asReceivedView(officer, reference))?.asReceived?.processor).toEqual({
    name: "Lönebyrån AB (påhittad)",
    reachedUsAt: "2026-11-20T09:00:00.000Z",
  });
  const later = { ...through, processorOn: "2026-11-21" };
  expect(await refusal(entered(officer, later))).toMatchObject({
    issues: [{ field: "processorOn", message: "processorLater" }],
  });
  const nobody = { channel: "processor" };
  expect(await refusal(entered(officer, nobody))).toMatchObject({
    code: "bad_input",
    issues: ["processor", "processorOn", "processorAt"].map((field) => ({ field, message: "required" })),
  });
});

test("a receipt that lies back needs a yes, and what is wrong is said at its field", async () => {
  const { officer } = await office();
  const no = (changed: object) => refusal(entered(officer, changed as Readonly<Record<string, unknown>>));
  expect(await no(received("2026-11-05", "09:15", false))).toMatchObject({
    issues: [{ field: "knownBack", message: "receiptBack" }],
  });
  expect(await no(received("2026-11-26", "09:15"))).toMatchObject({
    issues: [{ field: "receivedOn", message: "receiptAhead" }],
  });
  expect(await no(received("1990-01-01", "09:15"))).toMatchObject({
    issues: [{ field: "receivedOn", message: "receiptTooOld" }],
  });
  expect(await no(received("2026-03-29", "02:30"))).toMatchObject({
    issues: [{ field: "receivedOn", message: "noSuchTime" }],
  });
  expect(await no({ postalAddress: "" })).toMatchObject({
    issues: [{ field: "email", message: "wayToAnswer" }],
  });
  expect(
    await no({
      rights: ["rectification"],
      details: { rectification: { right: "rectification", wrong: "" } },
    }),
  ).toMatchObject({ issues: [{ field: "details.rectification.wrong", message: "required" }] });
});

test("sent twice, also at the same moment, it is one filing; the same key with another content is refused", async () => {
  const { officer, controller } = await office();
  const entry = anEntry(officer);
  const [first, second] = await Promise.all([enterFiling(officer, entry), enterFiling(officer, entry)]);
  expect(second.filingId).toBe(first?.filingId);
  expect((await enterFiling(officer, entry)).filingId).toBe(first?.filingId);
  expect(await db().filing.count({ where: { controllerId: controller.id } })).toBe(1);
  expect(await refusal(enterFiling(officer, { ...entry, name: "Somebody else" }))).toEqual({
    code: "key_reused",
  });
});

test("an email address gets the same receipt as after the form, with its link", async () => {
  const { officer, controller } = await office();
  const { receipt } = await entered(officer, {
    channel: "phone",
    email: "asa@person.test",
    postalAddress: "",
  });
  const of = { controllerId: controller.id, filingId: receipt.filingId };
  expect(await db().notice.findMany({ where: of })).toMatchObject([{ kind: "receipt", state: "owed" }]);
  expect(await db().link.findMany({ where: of })).toMatchObject([{ purpose: "confirm" }]);
});

test("without one the receipt is a letter to post: no link, nothing to mail, no reminder", async () => {
  const { officer, controller } = await office();
  const { receipt } = await entered(officer, received("2026-11-05", "09:15"));
  const of = { controllerId: controller.id, filingId: receipt.filingId };
  expect(await db().link.count({ where: of })).toBe(0);
  expect(await deliver(officer)).toBe(0);
  await remindUnconfirmed(systemCtx());
  expect(await db().notice.findMany({ where: of })).toMatchObject([{ kind: "receipt", state: "to_post" }]);
  const filing = await db().filing.findUniqueOrThrow({ where: { id: receipt.filingId } });
  expect(filing.emailIndex).toBeNull();
});

test("the log says channel, receipt and entry, and what the text proposed; nothing of the person", async () => {
  const { officer, controller } = await office();
  await entered(officer, received("2026-11-05", "09:15"));
  const [event] = (await newestEvents(controller.id, 50)).filter(({ type }) => type === "filing.received");
  expect(event?.facts).toMatchObject({
    channel: "post",
    at: "2026-11-05T08:15:00.000Z",
    entered: NOW.toISOString(),
    back: true,
    proposed: ["access"],
  });
  const lines = JSON.stringify(await newestEvents(controller.id, 50));
  expect(lines).not.toMatch(/Åsa|Påhittad|Låtsasvägen|tillgång/);
});

test("a contributor, an auditor, an administrator and the public enter nothing", async () => {
  const { controller } = await office();
  for (const role of ["contributor", "auditor", "administrator"] as const) {
    const ctx = await staffCtxAt(controller, [role], () => NOW);
    expect(await refusal(entered(ctx))).toEqual({ code: "not_allowed" });
  }
  expect(await refusal(entered(publicCtxAt(controller, () => NOW)))).toEqual({ code: "not_signed_in" });
});
