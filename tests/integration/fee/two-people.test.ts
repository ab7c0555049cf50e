/** No path leads from signals to a refusal or a fee without two people (GDPR Art. 12(5); CJEU C-416/23). */
import { createHash } from "node:crypto";
import { dossierBlocks } from "@/app/api/staff/[controller]/requests/[reference]/assessment/pdf/dossier-blocks";
import type { Ctx } from "@/lib/commands/context";
import { decide } from "@/lib/commands/decision/decide";
import { approveAssessment } from "@/lib/commands/fee/approve-assessment";
import { dropAssessment } from "@/lib/commands/fee/drop-assessment";
import { linkPerson } from "@/lib/commands/fee/link-person";
import { proposeAssessment } from "@/lib/commands/fee/propose-assessment";
import { removeEvidence } from "@/lib/commands/fee/remove-evidence";
import { saveAssessment } from "@/lib/commands/fee/save-assessment";
import { sendBackAssessment } from "@/lib/commands/fee/send-back-assessment";
import { sendFeeNotice } from "@/lib/commands/fee/send-fee-notice";
import { finishUploads } from "@/lib/commands/intake/receive-upload";
import { flag } from "@/lib/commands/request/flag";
import { assessmentsOf } from "@/lib/db/assessment";
import { db } from "@/lib/db/client";
import { ROLES } from "@/lib/domain/access/access";
import { FLAG_GROUNDS } from "@/lib/domain/request/flag";
import { dossier } from "@/lib/queries/fee/dossier";
import { useDatabase } from "@/tests/support/database";
import { staffCtxAt } from "@/tests/support/desk";
import {
  anOffice,
  approved,
  asked,
  feeForm,
  type Office,
  proposed,
  requestOf,
  seen,
  WRITTEN,
} from "@/tests/support/fee";
import { eventsOf, refusal } from "@/tests/support/office";
import { anUpload, PDF_BYTES, useFiles } from "@/tests/support/upload";

useDatabase();
useFiles();
let office: Office;
beforeAll(async () => {
  office = await anOffice();
});

const REFUSAL = {
  outcome: "refused",
  refusals: [{ ground: "manifestly_excessive", reasons: "" }],
};

async function refuse(reference: string, by = office.officer, ground = "manifestly_excessive") {
  const answer = { ...REFUSAL, refusals: [{ ground, reasons: "Så är det." }] };
  return refusal(decide(by, { ...(await seen(office, reference)), answer }));
}

const chargeIt = (reference: string) =>
  refusal(
    feeForm(office, reference).then(
      (form) => sendFeeNotice(office.officer, form),
      // The form itself needs the finding; a made-up one has to fail as well.
      async () =>
        sendFeeNotice(office.officer, {
          ...(await seen(office, reference)),
          ...{ quantities: ["1"], answerBy: "2026-03-16", letter: "0".repeat(64), card: 1 },
        }),
    ),
  );

/** Everything short of an approval by somebody else. */
const SHORT: readonly (readonly [name: string, go: (reference: string) => Promise<unknown>])[] = [
  ["nothing", async () => undefined],
  ["a flag", async (reference) => flagged(reference)],
  [
    "many flags by many people",
    async (reference) => {
      for (const by of [office.officer, office.second, office.dpo]) await flagged(reference, by);
    },
  ],
  [
    "a draft",
    async (reference) =>
      saveAssessment(office.officer, { ...(await seen(office, reference)), ...WRITTEN, proposal: "refuse" }),
  ],
  ["a proposal", async (reference) => proposed(office, reference)],
  ["a proposal of a fee", async (reference) => proposed(office, reference, "fee")],
  [
    "a proposal sent back",
    async (reference) => {
      await proposed(office, reference);
      await sendBackAssessment(office.dpo, { ...(await seen(office, reference)), reason: "Visa det." });
    },
  ],
  [
    "an approval that was given up",
    async (reference) => {
      await approved(office, reference);
      await dropAssessment(office.second, { ...(await seen(office, reference)), reason: "Nya uppgifter." });
    },
  ],
  ["an approved finding of nothing", async (reference) => approved(office, reference, "neither")],
];

async function flagged(reference: string, by = office.officer) {
  for (const ground of FLAG_GROUNDS) {
    await flag(by, { ...(await seen(office, reference)), ground, reason: "Tionde gången." });
  }
}

test.each(SHORT)("from %s nobody gets to a refusal or a fee", async (_name, go) => {
  const email = `many-${Math.random()}@person.test`;
  for (let n = 0; n < 3; n++) await asked(office, email);
  const { reference } = await asked(office, email);
  await go(reference);
  for (const by of [office.officer, office.both]) {
    for (const ground of ["manifestly_excessive", "manifestly_unfounded"]) {
      const said = await refuse(reference, by, ground);
      expect(said).toEqual({ code: "refusal_incomplete", missing: expect.arrayContaining(["ground"]) });
    }
  }
  expect(await chargeIt(reference)).toEqual({ code: "no_approved_finding" });
  expect(await eventsOf(office.controller, reference, "decision.made")).toEqual([]);
  expect(await eventsOf(office.controller, reference, "fee.noticed")).toEqual([]);
});

test("one person with every role cannot be two, nor through a version that was sent back", async () => {
  const { reference } = await asked(office);
  await proposed(office, reference, "refuse", office.both);
  expect(await refusal(approveAssessment(office.both, await seen(office, reference)))).toEqual({
    code: "own_assessment",
  });
  const back = { ...(await seen(office, reference)), reason: "Mer." };
  expect(await refusal(sendBackAssessment(office.both, back))).toEqual({ code: "own_assessment" });
  await sendBackAssessment(office.dpo, back);
  // Somebody else goes on from it: the words of the first are still in it.
  await proposed(office, reference, "refuse", office.second);
  expect(await refusal(approveAssessment(office.both, await seen(office, reference)))).toEqual({
    code: "own_assessment",
  });
  await approveAssessment(office.dpo, await seen(office, reference));
});

test("files are evidence too: kept with the draft, in the dossier by name, size and hash, and not after it was sent", async () => {
  const { reference } = await asked(office);
  const file = await anUpload(office.officer, { name: "logg.pdf" });
  const written = { ...(await seen(office, reference)), ...WRITTEN, proposal: "refuse" };
  await saveAssessment(office.officer, written, [file]);
  await finishUploads([file]);
  await proposeAssessment(office.officer, await seen(office, reference));
  const [event] = await eventsOf(office.controller, reference, "assessment.proposed");
  expect(event?.facts).toMatchObject({ files: 1 });
  const view = await dossier(office.dpo, reference);
  const sha256 = createHash("sha256").update(PDF_BYTES).digest("hex");
  expect(view.files).toMatchObject([
    { name: "logg.pdf", size: PDF_BYTES.length, sha256, proves: "assessment" },
  ]);
  const pdf = JSON.stringify(dossierBlocks(view, "en", office.controller.settings));
  expect(pdf).toContain(`logg.pdf, ${PDF_BYTES.length} bytes, SHA-256 ${sha256}`);
  const late = { ...(await seen(office, reference)), ...WRITTEN, proposal: "refuse" };
  const more = await anUpload(office.officer);
  expect(await refusal(saveAssessment(office.officer, late, [more]))).toMatchObject({ code: "wrong_state" });
  expect((await dossier(office.dpo, reference)).files).toHaveLength(1);
  const auditor = await staffCtxAt(office.controller, ["auditor"]);
  expect((await dossier(auditor, reference)).files).toEqual([]);
});

test("a file can be taken off by a writer of the draft, is deleted, and never of what was sent", async () => {
  const { reference } = await asked(office);
  const save = async (by: Office["officer"], name: string) => {
    const file = await anUpload(by, { name });
    await saveAssessment(by, { ...(await seen(office, reference)), ...WRITTEN, proposal: "refuse" }, [file]);
    await finishUploads([file]);
    return file.id;
  };
  const off = async (by: Office["officer"], file: string) =>
    removeEvidence(by, { ...(await seen(office, reference)), file });
  const removable = async (by: Office["officer"]) =>
    (await dossier(by, reference)).files.filter((file) => file.removable).map(({ name }) => name);
  const wrong = await save(office.officer, "fel.pdf");
  expect(await removable(office.officer)).toEqual(["fel.pdf"]);
  expect(await removable(office.second)).toEqual([]);
  expect(await refusal(off(office.second, wrong))).toEqual({ code: "not_found" });
  expect(await refusal(off(office.administrator, wrong))).toEqual({ code: "not_allowed" });
  await off(office.officer, wrong);
  expect((await dossier(office.officer, reference)).files).toEqual([]);
  const row = await db().storedFile.findUniqueOrThrow({ where: { id: wrong } });
  expect(row).toMatchObject({ nameSealed: null, sha256Sealed: null, deletedAt: office.clock.at });
  expect(await eventsOf(office.controller, reference, "file.deleted")).toMatchObject([
    { subjectId: wrong, facts: { purpose: "assessment_evidence", why: "taken_off" } },
  ]);
  expect(await refusal(off(office.officer, wrong))).toEqual({ code: "not_found" });

  const sent = await save(office.officer, "skickad.pdf");
  await proposeAssessment(office.officer, await seen(office, reference));
  expect(await refusal(off(office.officer, sent))).toMatchObject({ code: "wrong_state", state: "proposed" });
  office.clock.at = new Date(office.clock.at.getTime() + 60_000);
  await sendBackAssessment(office.dpo, { ...(await seen(office, reference)), reason: "Mer" });
  await save(office.officer, "ny.pdf");
  expect(await removable(office.officer)).toEqual(["ny.pdf"]);
  expect(await refusal(off(office.officer, sent))).toEqual({ code: "not_found" });
});

test("who only sends on what another wrote has put their name to it", async () => {
  const { reference } = await asked(office);
  const form = { ...WRITTEN, proposal: "refuse" };
  await saveAssessment(office.officer, { ...(await seen(office, reference)), ...form });
  await proposeAssessment(office.second, await seen(office, reference));
  for (const by of [office.officer, office.second]) {
    expect(await refusal(approveAssessment(by, await seen(office, reference)))).toEqual({
      code: "own_assessment",
    });
  }
});

test("only officers and data protection officers approve", async () => {
  const { reference } = await asked(office);
  await proposed(office, reference);
  for (const role of ROLES) {
    const other = await staffCtxAt(office.controller, [role], () => office.clock.at);
    if (role === "officer" || role === "dpo") continue;
    const said = await refusal(approveAssessment(other, await seen(office, reference)));
    expect([role, said]).toEqual([role, { code: "not_allowed" }]);
  }
});

test("the table itself refuses a second person who wrote in it", async () => {
  const { reference } = await asked(office);
  await proposed(office, reference);
  const of = { controllerId: office.controller.id, requestId: (await requestOf(office, reference)).id };
  const id = (await assessmentsOf(of)).at(-1)?.id as string;
  const data = { state: "approved", secondId: office.officer.staffId, secondAt: office.clock.at };
  await expect(db().assessment.update({ where: { id }, data })).rejects.toThrow(/Assessment_check/);
});

test("with an approved assessment the refusal leaves, and says what two people found", async () => {
  const { reference } = await asked(office);
  await approved(office, reference);
  expect(await refuse(reference, office.officer, "manifestly_unfounded")).toMatchObject({
    code: "refusal_incomplete",
  });
  await decide(office.officer, { ...(await seen(office, reference)), answer: REFUSAL });
  const [made] = await eventsOf(office.controller, reference, "decision.made");
  expect(made?.facts).toMatchObject({ outcome: "refused", grounds: ["manifestly_excessive"], late: false });
});

test("a finding that is given up while the refusal is written takes the refusal with it", async () => {
  const { reference } = await asked(office);
  await approved(office, reference);
  await dropAssessment(office.dpo, { ...(await seen(office, reference)), reason: "Nya fakta." });
  expect(await refuse(reference)).toMatchObject({ code: "refusal_incomplete" });
});

test("number alone is no finding, however many there were; and a first request has to be the exception", async () => {
  const { reference } = await asked(office);
  const alone = { ...WRITTEN, sign: "", shown: "", evidence: "", proposal: "refuse", exceptional: "" };
  await saveAssessment(office.officer, { ...(await seen(office, reference)), ...alone });
  expect(await refusal(proposeAssessment(office.officer, await seen(office, reference)))).toEqual({
    code: "assessment_incomplete",
    missing: ["evidence", "shown", "sign", "exceptional"],
  });
});

test("an address that staff linked makes it no first request any more; undone, it is one again", async () => {
  const one = await asked(office);
  office.clock.at = new Date(office.clock.at.getTime() + 60_000);
  const { reference } = await asked(office);
  const written = { ...WRITTEN, proposal: "refuse", exceptional: "" };
  await saveAssessment(office.officer, { ...(await seen(office, reference)), ...written });
  const missing = await refusal(proposeAssessment(office.officer, await seen(office, reference)));
  expect(missing).toMatchObject({ missing: ["exceptional"] });
  const link = { other: one.reference, reason: "Samma namn och kundnummer." };
  await linkPerson(office.officer, { ...(await seen(office, reference)), ...link });
  expect(
    await refusal(linkPerson(office.dpo, { ...(await seen(office, reference)), ...link })),
  ).toMatchObject({
    code: "bad_input",
  });
  await proposeAssessment(office.officer, await seen(office, reference));
  expect(await eventsOf(office.controller, reference, "person.linked")).toHaveLength(1);
});

test("where the data protection officer approves everything, one of the two is one; a fee too, but no finding of nothing", async () => {
  const strict = await anOffice({ dpoApproves: "everything" });
  const approve = async (by: Ctx, reference: string) => approveAssessment(by, await seen(strict, reference));
  for (const proposal of ["fee", "refuse"] as const) {
    const { reference } = await asked(strict);
    await proposed(strict, reference, proposal);
    expect(await refusal(approve(strict.second, reference))).toEqual({ code: "needs_dpo" });
    expect((await dossier(strict.second, reference)).offers).toMatchObject({ second: true, approve: false });
    expect((await dossier(strict.dpo, reference)).offers).toMatchObject({ second: true, approve: true });
    await approve(strict.dpo, reference);
  }
  const written = await asked(strict);
  await proposed(strict, written.reference, "fee", strict.dpo);
  await approve(strict.second, written.reference);
  const nothing = await asked(strict);
  await proposed(strict, nothing.reference, "neither");
  await approve(strict.second, nothing.reference);
});

test("whoever may not approve it can still send it back; where only refusals are approved, a fee needs no such officer", async () => {
  const strict = await anOffice({ dpoApproves: "refusals" });
  const { reference } = await asked(strict);
  await proposed(strict, reference, "refuse");
  const of = () => seen(strict, reference);
  expect(await refusal(approveAssessment(strict.second, await of()))).toEqual({ code: "needs_dpo" });
  await sendBackAssessment(strict.second, { ...(await of()), reason: "Visa det." });
  const other = await asked(strict);
  await proposed(strict, other.reference, "fee");
  await approveAssessment(strict.second, await seen(strict, other.reference));
});
