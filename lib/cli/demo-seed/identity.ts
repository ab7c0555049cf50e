import { randomUUID } from "node:crypto";
import type { Ctx } from "@/lib/commands/context";
import { answerIdentity } from "@/lib/commands/identity/answer-identity";
import { draftIdentityRequest } from "@/lib/commands/identity/draft-request";
import { previewIdentityRequest } from "@/lib/commands/identity/preview-request";
import { recordAuthority } from "@/lib/commands/identity/record-authority";
import { recordIdentityResult } from "@/lib/commands/identity/record-result";
import { requestIdentity } from "@/lib/commands/identity/request-identity";
import { useLink as spendLink } from "@/lib/commands/identity/use-link";
import { fileRequests } from "@/lib/commands/intake/file-requests";
import { claimForSending } from "@/lib/commands/notice/claim";
import { recordSendOutcome } from "@/lib/commands/notice/record-outcome";
import { assign } from "@/lib/commands/request/assign";
import { db } from "@/lib/db/client";
import { linkToken } from "@/lib/db/link-token";
import type { CheckResult } from "@/lib/domain/identity/check";
import type { OnBehalf } from "@/lib/domain/intake/filing";
import type { DemoColleague } from "./staff";

const DAY = 86_400_000;

const TEXTS = {
  sv: {
    doubt:
      "Begäran kom från en adress som inte finns i kundregistret, och namnet passar in på två kunder. (Påhittat.)",
    needed:
      "Kundnumret och månaden för den senaste beställningen. Ingen annan vet båda, så det räcker. (Påhittat.)",
    facts: "Kund 4711, januari. (Påhittat.)",
    note: "Jämfört med kundregistret. (Påhittat.)",
    shown: "Undertecknad fullmakt, jämförd med namnteckningen på avtalet. (Påhittat.)",
  },
  en: {
    doubt:
      "The request came from an address that is in no register, and the name fits two customers. (Invented.)",
    needed:
      "The customer number and the month of the last order. Nobody else knows both, so it is enough. (Invented.)",
    facts: "Customer 4711, January. (Invented.)",
    note: "Compared with the customer register. (Invented.)",
    shown: "Signed power of attorney, compared with the signature on the contract. (Invented.)",
  },
} as const;

type Example = {
  readonly name: string;
  readonly onBehalf: OnBehalf;
  readonly subjectName: string;
  readonly asks: boolean;
  readonly answers: boolean;
  readonly result: CheckResult | null;
};

/** One of each: proof awaited, proof to be checked, passed, failed, and a child's guardian whose authority is open. */
const EXAMPLES: readonly Example[] = [
  { name: "Vera Väntan", onBehalf: "self", subjectName: "", asks: true, answers: false, result: null },
  { name: "Kaj Kontroll", onBehalf: "self", subjectName: "", asks: true, answers: true, result: null },
  { name: "Gun Godkänd", onBehalf: "self", subjectName: "", asks: true, answers: true, result: "passed" },
  { name: "Nils Nekad", onBehalf: "self", subjectName: "", asks: true, answers: true, result: "failed" },
  {
    name: "Olle Ombud",
    onBehalf: "child",
    subjectName: "Bo Barn",
    asks: false,
    answers: false,
    result: null,
  },
];

/** Invented requests that show identity checks and representation, lived through the commands in the last week. */
export async function identityExamples(base: Ctx, team: readonly DemoColleague[]): Promise<void> {
  const officer = team.find(({ role }) => role === "officer");
  if (officer) for (const example of EXAMPLES) await liveExample(base, officer.staffId, example);
}

async function liveExample(base: Ctx, staffId: string, example: Example): Promise<void> {
  const ago = (days: number): Ctx => ({
    ...base,
    now: () => new Date(base.now().getTime() - days * DAY),
  });
  const desk = (days: number): Ctx => ({
    ...ago(days),
    actor: { kind: "staff", staffId, roles: ["officer"] },
  });
  const [language = "en"] = base.controller.settings.languages;
  const { name, onBehalf, subjectName } = example;
  const who = {
    ...{ name, onBehalf, subjectName, authority: onBehalf === "self" ? "" : "Vårdnadshavare" },
    email: `${name.toLowerCase().replace(/[^a-z]+/g, ".")}@example.org`,
  };
  const requests = [{ right: "access", scope: "everything", from: null, to: null, subject: "" }];
  const receipt = await fileRequests(
    ago(6),
    { language, who, requests },
    { idempotencyKey: randomUUID(), channel: "form" },
  );
  const reference = receipt.requests[0]?.reference ?? "";
  const { filingId } = receipt;
  await send(ago(5.9), filingId);
  const link = await db().link.findFirstOrThrow({ where: { filingId, purpose: "confirm" } });
  await spendLink(ago(5.8), linkToken(link.id, "confirm"));
  await assign(desk(5), { ...(await seen(reference)), assigneeId: staffId });
  if (!example.asks) return;
  const say = TEXTS[language];
  await draftIdentityRequest(desk(4), {
    ...(await seen(reference)),
    ...{ category: "several_people", doubt: say.doubt, needed: say.needed },
    ...{ by_account: "on", by_facts: "on", by_call_back: "on" },
  });
  const { prepared } = await previewIdentityRequest(desk(4), reference);
  await requestIdentity(desk(4), { ...(await seen(reference)), letter: prepared?.fingerprint ?? "" });
  await send(ago(3.9), filingId);
  const requester: Ctx = { ...ago(2), actor: { kind: "requester", filingId } };
  if (example.answers) await answerIdentity(requester, { reference, method: "facts", text: say.facts }, []);
  if (!example.result) return;
  const found = { result: example.result, method: "facts", note: say.note };
  await recordIdentityResult(desk(1), { ...(await seen(reference)), ...found });
}

/** Somebody who acts for another may: without that nothing can be decided. */
export async function acceptAuthority(desk: Ctx, reference: string): Promise<void> {
  const [language = "en"] = desk.controller.settings.languages;
  const found = { result: "accepted", kind: "power_of_attorney", shown: TEXTS[language].shown };
  await recordAuthority(desk, { ...(await seen(reference)), ...found });
}

async function seen(reference: string): Promise<{ reference: string; version: number }> {
  const { version } = await db().rightsRequest.findUniqueOrThrow({ where: { reference } });
  return { reference, version };
}

/** Does the worker's part for every owed notice of a filing, also one that could still be taken back. */
async function send(ctx: Ctx, filingId: string): Promise<void> {
  const worker: Ctx = { ...ctx, actor: { kind: "system" } };
  const where = { filingId, state: "owed" };
  await db().notice.updateMany({ where, data: { nextAttemptAt: ctx.now() } });
  for (const { id } of await db().notice.findMany({ where, select: { id: true } })) {
    if (await claimForSending(worker, id)) await recordSendOutcome(worker, id, { accepted: true }, 0.5);
  }
}
