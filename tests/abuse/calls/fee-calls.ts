/** A true call for every changing route of assessment and fee. */

import { chooseAboutFee } from "@/lib/commands/fee/choose";
import { linkPerson } from "@/lib/commands/fee/link-person";
import { recordPayment } from "@/lib/commands/fee/record-payment";
import { saveAssessment } from "@/lib/commands/fee/save-assessment";
import { saveRateCard } from "@/lib/commands/fee/save-rate-card";
import { controllerById } from "@/lib/db/controller";
import { rateCards } from "@/lib/db/rate-card";
import { postAs } from "@/tests/support/attack";
import { localDay } from "@/tests/support/days";
import { staffCtxAt } from "@/tests/support/desk";
import { approved, feeForm, feeOf, type Office, proposed, seen, WRITTEN } from "@/tests/support/fee";
import { MULTIPART, multipart, PDF_BYTES } from "@/tests/support/upload";
import { type Call, type Ground, LETTER, type Ready } from "./ground";

type Fields = Readonly<Record<string, unknown>>;
type Made = { readonly office: Office; readonly reference: string; readonly filingId: string };

const LINES = [{ kind: "copying", label: { sv: "Kopior" }, minor: "2" }];

/** The office behind the ground: somebody else writes, whoever has every role approves. */
async function officeOf(ground: Ground): Promise<Office> {
  const { ctx, officer } = ground;
  // As it is now: another call may have changed its settings, which stand in the letter.
  const controller = (await controllerById(ctx.controller.id)) ?? ctx.controller;
  if ((await rateCards(controller.id, 1)).length === 0) {
    await saveRateCard(officer, { version: 0, currency: "SEK", lines: LINES });
  }
  const author = await staffCtxAt(controller, ["officer"]);
  const everybody = { ...officer, controller, staffId: "", email: "" };
  const people = {
    officer: author,
    second: author,
    dpo: everybody,
    administrator: everybody,
    both: everybody,
  };
  return { ...people, clock: { at: new Date() }, controller, visitor: { ...ctx, controller } };
}

/** A step on a request of its own; `before` brings it so far and returns fields of its own. */
const step =
  (name: string, fields: Fields, before: (made: Made) => Promise<object> = async () => ({})): Ready =>
  async (ground) => {
    const { reference, filingId } = await ground.aRequest();
    const office = await officeOf(ground);
    const own = await before({ office, reference, filingId });
    const { version } = await seen(office, reference);
    const path = `/api/staff/${ground.slug}/requests/${reference}/${name}`;
    return ground.json(ground.everybody, path, { version, ...fields, ...own });
  };

const writes = async ({ office, reference }: Made) => {
  const written = { ...(await seen(office, reference)), ...WRITTEN, proposal: "refuse" };
  await saveAssessment(office.officer, written);
  return {};
};
const proposes = async ({ office, reference }: Made) => {
  await proposed(office, reference);
  return {};
};

/** The form of an assessment as a browser sends it: its fields, and a file as evidence. */
const writesWithFile: Ready = async (ground) => sendsFile(ground, (await ground.aRequest()).reference);

async function sendsFile(ground: Ground, reference: string) {
  const office = await officeOf(ground);
  const { version } = await seen(office, reference);
  const fields = { ...WRITTEN, version, proposal: "refuse" };
  const body = multipart([
    ...Object.entries(fields).map(([name, value]) => ({ name, value: String(value) })),
    { name: "files", file: "log.pdf", content: PDF_BYTES },
  ]);
  const path = `/api/staff/${ground.slug}/requests/${reference}/assessment/save/upload`;
  const headers = { "content-type": MULTIPART };
  return () => postAs(ground.app, ground.everybody, path, body.toString("latin1"), headers);
}

/** A fee noticed through the desk, which holds its notice a while; `open`: as if it had arrived. */
const charges = async (ground: Ground, { office, reference }: Made, open: boolean) => {
  await approved(office, reference, "fee");
  const { quantities: _, reference: __, ...form } = await feeForm(office, reference, ["10"]);
  const path = `/api/staff/${ground.slug}/requests/${reference}/fee/notice`;
  await ground.json(ground.everybody, path, { ...form, q0: "10" })();
  const { id } = await feeOf(office, reference);
  const sql = `update "Fee" set state = 'open', "effectiveAt" = now() where id = $1`;
  if (open) await ground.database.query("postgres", sql, [id]);
  return { feeId: id };
};

const onFee =
  (
    name: string,
    fields: Fields,
    more: (made: Made, feeId: string) => Promise<void> = async () => undefined,
  ): Ready =>
  (ground) =>
    step(`fee/${name}`, fields, async (made) => {
      const { feeId } = await charges(ground, made, true);
      await more(made, feeId);
      return { feeId };
    })(ground);

const today = () => localDay();
const inDays = (days: number) => localDay(days);
const at = (name: string) => `/api/staff/[controller]/requests/[reference]/${name}`;
const MONEY = { amount: "20", payment: "BG 1", reason: "Because." };

export const FEE_CALLS: readonly Call[] = [
  [at("assessment/save/upload"), "file.stored", writesWithFile],
  [
    at("assessment/link"),
    "person.linked",
    async (ground) => {
      const { reference: other } = await ground.aRequest();
      return step("assessment/link", { other, reason: "The same number." })(ground);
    },
  ],
  [
    at("assessment/unlink"),
    "person.unlinked",
    async (ground) => {
      const { reference: other } = await ground.aRequest();
      return step("assessment/unlink", {}, async ({ office, reference, filingId }) => {
        const link = { ...(await seen(office, reference)), other, reason: "The same number." };
        await linkPerson(office.officer, link);
        const { id } = await ground.one<{ id: string }>(
          `select id from "PersonLink" where "filingId" = $1`,
          filingId,
        );
        return { linkId: id };
      })(ground);
    },
  ],
  [at("assessment/propose"), "assessment.proposed", step("assessment/propose", {}, writes)],
  [at("assessment/approve"), "assessment.approved", step("assessment/approve", {}, proposes)],
  [
    at("assessment/send-back"),
    "assessment.sent_back",
    step("assessment/send-back", { reason: "More." }, proposes),
  ],
  [at("assessment/drop"), "assessment.dropped", step("assessment/drop", { reason: "No." }, proposes)],
  [
    at("assessment/remove-evidence"),
    "file.deleted",
    async (ground) =>
      step("assessment/remove-evidence", {}, async ({ reference }) => {
        await (await sendsFile(ground, reference))();
        const { id } = await ground.one<{ id: string }>(
          `select f.id from "StoredFile" f join "RightsRequest" r on r.id = f."requestId" where r.reference = $1`,
          reference,
        );
        return { file: id };
      })(ground),
  ],
  [
    at("assessment/pdf"),
    "export.dossier",
    async (ground) => {
      const { reference } = await ground.aRequest();
      return ground.form(
        ground.everybody,
        `/api/staff/${ground.slug}/requests/${reference}/assessment/pdf`,
        {},
      );
    },
  ],
  [
    at("fee/notice"),
    "fee.noticed",
    step("fee/notice", {}, async ({ office, reference }) => {
      await approved(office, reference, "fee");
      const { quantities: _, reference: __, ...form } = await feeForm(office, reference, ["10"]);
      return { ...form, q0: "10" };
    }),
  ],
  [
    at("fee/recall"),
    "fee.recalled",
    (ground) => step("fee/recall", {}, (made) => charges(ground, made, false))(ground),
  ],
  [at("fee/payment"), "fee.paid", onFee("payment", { amount: "20", payment: "BG 1", on: today() })],
  [
    at("record"),
    "fee.narrowed",
    (ground) =>
      step("record", { kind: "narrowing", way: "post", on: today(), text: "Only 2025." }, async (made) => {
        await charges(ground, made, true);
        return {};
      })(ground),
  ],
  [at("fee/waive"), "fee.waived", onFee("waive", { reason: "Because." })],
  [
    at("fee/refund"),
    "fee.refunded",
    onFee("refund", { ...MONEY, on: today() }, async ({ office, reference }, feeId) => {
      const { reason: _, ...money } = MONEY;
      await recordPayment(office.officer, {
        ...(await seen(office, reference)),
        feeId,
        ...money,
        on: today(),
      });
    }),
  ],
  [
    LETTER,
    "fee.objection_answered",
    async (ground) => {
      const { reference, filingId } = await ground.aRequest();
      const office = await officeOf(ground);
      const { feeId } = await charges(ground, { office, reference, filingId }, true);
      const requester = { ...office.visitor, actor: { kind: "requester", filingId } } as const;
      await chooseAboutFee(requester, { choice: "object", reference, fee: feeId, text: "Wrong." });
      const { version } = await seen(office, reference);
      const fields = { version, feeId, outcome: "upheld", text: "No.", answerBy: inDays(20) };
      return ground.letter(reference, "objection", fields);
    },
  ],
  [
    "/api/public/my/fee",
    "fee.accepted",
    async (ground) => {
      const { reference, filingId } = await ground.aRequest();
      const office = await officeOf(ground);
      const { feeId: fee } = await charges(ground, { office, reference, filingId }, true);
      const requester = await ground.aRequester(filingId);
      return ground.form(requester, "/api/public/my/fee", { choice: "accept", reference, fee });
    },
  ],
  [
    "/api/staff/[controller]/settings/rate-card",
    "rate_card.changed",
    async (ground) => {
      const { controller } = await officeOf(ground);
      const version = (await rateCards(controller.id, 1))[0]?.version ?? 0;
      const path = `/api/staff/${ground.slug}/settings/rate-card`;
      return ground.json(ground.everybody, path, { version, currency: "SEK", lines: LINES });
    },
  ],
];
