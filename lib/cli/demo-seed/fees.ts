import { randomUUID } from "node:crypto";
import type { Ctx } from "@/lib/commands/context";
import { decide } from "@/lib/commands/decision/decide";
import { approveAssessment } from "@/lib/commands/fee/approve-assessment";
import { chooseAboutFee } from "@/lib/commands/fee/choose";
import { previewFee } from "@/lib/commands/fee/preview-fee";
import { proposeAssessment } from "@/lib/commands/fee/propose-assessment";
import { recordPayment } from "@/lib/commands/fee/record-payment";
import { saveAssessment } from "@/lib/commands/fee/save-assessment";
import { saveRateCard } from "@/lib/commands/fee/save-rate-card";
import { sendFeeNotice } from "@/lib/commands/fee/send-fee-notice";
import { fileRequests } from "@/lib/commands/intake/file-requests";
import { flag } from "@/lib/commands/request/flag";
import { feeById, feesOf } from "@/lib/db/fee";
import { requestByReference } from "@/lib/db/request";
import type { Role } from "@/lib/domain/access/access";
import { addDays, day, iso, localDate } from "@/lib/domain/clock/dates";
import type { Receipt } from "@/lib/domain/intake/receipt";
import { readReference } from "@/lib/domain/intake/reference";
import { confirm, send, versionOf } from "./live";
import type { DemoColleague } from "./staff";

const HOUR = 3_600_000;
const ACCEPTED = { accepted: true } as const;

/** Where each of the six stories stops. */
const STORIES = ["flagged", "proposed", "noticed", "paid", "objected", "refused"] as const;
type Story = (typeof STORIES)[number];

const WRITTEN = {
  ground: "excessive",
  facts:
    "Du har skrivit att du skickar en begäran om dagen tills vi betalar 20 000 kronor. Alla uppgifter lämnades ut för tre veckor sedan, och inga nya har kommit till. (Påhittat.)",
  evidence: "Mejl med kravet, diariet (påhittat)\nSvaret med alla uppgifter, diariet (påhittat)",
  sign: "offer_to_drop",
  shown: "Du har själv erbjudit dig att sluta om du får pengar.",
  against:
    "Du får fråga igen utan att säga varför, och nya uppgifter kan ha kommit till. Vi har sökt igen och inte hittat några.",
  narrow: "Vi frågade vad som saknades och fick bara kravet tillbaka.",
  noFee: "En avgift skulle inte ändra syftet.",
  exceptional: "Syftet framgår av det du själv har skrivit.",
} as const;

/** Six invented requests, each stopped at another step between a flag and its end; and the rate card. */
export async function seedFees(base: Ctx, team: readonly DemoColleague[]): Promise<void> {
  if (!base.controller.settings.feeEnabled) return;
  const as = (role: Role, nth: number, hoursAgo: number): Ctx => {
    const colleague = team.filter((each) => each.role === role)[nth];
    if (!colleague) throw new Error(`the demo has no ${role}`);
    const at = new Date(base.now().getTime() - hoursAgo * HOUR);
    return { ...base, actor: { kind: "staff", staffId: colleague.staffId, roles: [role] }, now: () => at };
  };
  await saveRateCard(as("administrator", 0, 2_000), {
    version: 0,
    currency: "SEK",
    lines: [
      { kind: "copying", label: { sv: "Kopior", en: "Copies" }, minor: "2,00" },
      { kind: "postage", label: { sv: "Rekommenderat brev", en: "Registered letter" }, minor: "95,00" },
      { kind: "handling", label: { sv: "Handläggning", en: "Handling" }, minor: "380,00" },
    ],
  });
  for (const story of STORIES) await tell(base, as, story);
}

async function tell(
  base: Ctx,
  as: (role: Role, nth: number, hoursAgo: number) => Ctx,
  story: Story,
): Promise<void> {
  const ago = (hours: number): Ctx => ({ ...base, now: () => new Date(base.now().getTime() - hours * HOUR) });
  const who = { name: "Envis Exempelberg", email: "envis.exempelberg@person.test" };
  const filed = async (hours: number) => {
    const receipt = await fileRequests(
      ago(hours),
      {
        language: "sv",
        who: story === "flagged" ? who : { ...who, email: `${story}.${who.email}` },
        requests: [{ right: "access", scope: "everything", from: null, to: null, subject: "" }],
      },
      { idempotencyKey: randomUUID(), channel: "form" },
    );
    await send(ago(hours - 0.1), receipt, ACCEPTED);
    await confirm(ago(hours - 1), receipt.filingId);
    return receipt;
  };
  await filed(15 * 24);
  const receipt = await filed(12 * 24);
  const reference = receipt.requests[0]?.reference as string;
  const seen = async () => ({ reference, version: await versionOf(reference) });
  await flag(as("officer", 0, 280), {
    ...(await seen()),
    ground: "excessive",
    reason: "Kräver pengar för att sluta begära. (Påhittat.)",
  });
  if (story === "flagged") return;
  const proposal = story === "refused" ? "refuse" : "fee";
  await saveAssessment(as("officer", 0, 270), { ...(await seen()), ...WRITTEN, proposal });
  await proposeAssessment(as("officer", 0, 269), await seen());
  if (story === "proposed") return;
  await approveAssessment(as("dpo", 0, 250), await seen());
  if (story === "refused") {
    const refusals = [{ ground: "manifestly_excessive" }];
    await decide(as("officer", 1, 240), { ...(await seen()), answer: { outcome: "refused", refusals } });
    await send(ago(239), receipt, ACCEPTED);
    return;
  }
  const fee = await notice(as("officer", 1, 240), reference);
  await send(ago(239), receipt, ACCEPTED);
  if (story === "noticed") return;
  await choose(ago(100), receipt, reference, fee, story);
  if (story !== "paid") return;
  const amount = ((await feeById(base.controller.id, fee))?.totalMinor ?? 0) / 100;
  const officer = as("officer", 1, 20);
  await recordPayment(officer, {
    ...(await seen()),
    feeId: fee,
    amount: String(amount),
    on: localDate(officer.now().toISOString(), base.controller.settings.zone),
    payment: "BG 000-0000 (påhittat)",
  });
}

/** Sends the notice of two hours and a registered letter; returns the fee's id. */
async function notice(officer: Ctx, reference: string): Promise<string> {
  const today = day(localDate(officer.now().toISOString(), officer.controller.settings.zone));
  const wish = { quantities: ["", "1", "2"], answerBy: iso(addDays(today, 21)) };
  const { prepared, card } = await previewFee(officer, reference, wish);
  const version = await versionOf(reference);
  const letter = prepared?.fingerprint;
  await sendFeeNotice(officer, { reference, version, ...wish, letter, card: card.version });
  const request = await requestByReference(officer.controller.id, readReference(reference) ?? "");
  const of = { controllerId: officer.controller.id, requestId: request?.id ?? "" };
  return (await feesOf(of)).at(-1)?.id as string;
}

function choose(
  ctx: Ctx,
  { filingId }: Receipt,
  reference: string,
  fee: string,
  story: Story,
): Promise<void> {
  const requester: Ctx = { ...ctx, actor: { kind: "requester", filingId } };
  if (story === "paid") return chooseAboutFee(requester, { choice: "accept", reference, fee });
  const text = "Jag har rätt till mina uppgifter, och det senaste svaret saknade samtalen. (Påhittat.)";
  return chooseAboutFee(requester, { choice: "object", reference, fee, text });
}
