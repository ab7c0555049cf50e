import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { type AuthorityCheck, authoritiesOf, openShown, standingAuthority } from "@/lib/db/authority-check";
import { db } from "@/lib/db/client";
import { loadDataKey } from "@/lib/db/data-key";
import { filesOfFiling, filesOfRequest, type StoredFile } from "@/lib/db/file";
import { filingById, openWho } from "@/lib/db/filing";
import { checksOf, type IdentityCheck, openAsked, openNote } from "@/lib/db/identity-check";
import { noticeById } from "@/lib/db/notice";
import { releaseFacts } from "@/lib/db/release";
import { type RightsRequest, requestByReference } from "@/lib/db/request";
import { staffNames } from "@/lib/db/staff";
import { may } from "@/lib/domain/access/access";
import { opensFile } from "@/lib/domain/access/opens-file";
import { sees, seesPerson } from "@/lib/domain/access/sees";
import { mayRelease, type ReleaseGap } from "@/lib/domain/delivery/release-gate";
import { type CheckState, type Doubt, type Method, mayCheckIdentity } from "@/lib/domain/identity/check";
import type { AuthorityKind, AuthorityResult, Representation } from "@/lib/domain/identity/representation";
import type { OnBehalf } from "@/lib/domain/intake/filing";
import { readReference } from "@/lib/domain/intake/reference";
import { Refused } from "@/lib/domain/kernel/refusal";
import { mayStep } from "@/lib/domain/request/state";

export type EvidenceFile = { readonly id: string; readonly name: string };

/** One demand for proof, as the desk sees it. Texts are null for who may not read the request. */
export type CheckLine = {
  readonly id: string;
  readonly state: CheckState;
  readonly category: Doubt;
  readonly methods: readonly Method[];
  readonly doubt: string | null;
  readonly needed: string | null;
  readonly askedAt: Date;
  readonly toldAt: Date | null;
  readonly method: Method | null;
  readonly codeMatched: boolean | null;
  readonly receivedAt: Date | null;
  readonly resultMethod: Method | null;
  readonly note: string | null;
  readonly resolvedAt: Date | null;
  readonly evidenceDeletedAt: Date | null;
};

export type RepresentationView = {
  readonly onBehalf: OnBehalf;
  readonly state: Representation;
  readonly representative: string;
  readonly name: string;
  readonly claimed: string;
  /** The mail that tells the person that they are answered themselves has not left yet. */
  readonly redirecting: boolean;
  readonly findings: readonly {
    readonly result: AuthorityResult;
    readonly state: AuthorityCheck["state"];
    readonly kind: AuthorityKind;
    readonly shown: string;
    readonly at: Date;
    readonly by: string;
  }[];
  readonly files: readonly EvidenceFile[];
};

/** Everything about who asks for one request, for its page. */
export type RequestIdentity = {
  readonly possible: boolean;
  readonly gaps: readonly ReleaseGap[];
  readonly checks: readonly CheckLine[];
  /** What was sent and can be opened by the reader; null where they may not. */
  readonly evidence: { readonly files: readonly EvidenceFile[] } | null;
  /** Null where the person asks for themself, or for who may not know. */
  readonly represented: RepresentationView | null;
  readonly offers: { readonly ask: boolean; readonly record: boolean; readonly authority: boolean };
};

/**
 * Who asks, how sure that is, and what is missing before an answer may leave.
 * @throws Refused not_signed_in, not_allowed, not_found
 */
export async function requestIdentityView(ctx: Ctx, reference: string): Promise<RequestIdentity> {
  const staff = authoriseStaff(ctx, "request.read");
  const { id: controllerId } = ctx.controller;
  const stored = readReference(reference);
  const request = stored && (await requestByReference(controllerId, stored));
  const filing = request && (await filingById(controllerId, request.filingId));
  if (!request || !filing || !sees(staff, request)) throw new Refused({ code: "not_found" });
  const readable = seesPerson(staff, request);
  const gate = mayRelease(await releaseFacts(filing, request.id));
  const checks = await checksOf(controllerId, request.id);
  const opens = opensFile(staff, request, "identity_evidence");
  const newest = checks.at(-1);
  const works = may(staff.roles, "identity.check");
  const step = mayStep(request.state, "identity").ok;
  const possible = mayCheckIdentity(request.right).ok;
  const acts = readable ? await represented(filing, opens) : null;
  const lines = await Promise.all(checks.map((check) => checkLine(check, request, readable)));
  return {
    possible,
    gaps: gate.ok ? [] : gate.refusal,
    checks: lines,
    evidence: opens
      ? { files: evidence(await filesOfRequest(controllerId, request.id), "identity_evidence") }
      : null,
    represented: acts,
    offers: {
      ask: works && step && possible && (!newest || newest.resolvedAt !== null),
      record:
        works &&
        step &&
        lines.at(-1)?.toldAt != null &&
        !["passed", "not_needed"].includes(newest?.state ?? ""),
      authority: works && mayStep(request.state, "authority").ok && acts?.onBehalf !== "self",
    },
  };
}

async function checkLine(
  check: IdentityCheck,
  request: RightsRequest,
  readable: boolean,
): Promise<CheckLine> {
  const key = readable ? await loadDataKey(db(), request.dataKeyId) : null;
  const asked = key && openAsked(key, check);
  const { id, state, category, methods, askedAt, method, codeMatched, receivedAt, resultMethod } = check;
  return {
    ...{ id, state, category, methods, askedAt, method, codeMatched, receivedAt, resultMethod },
    doubt: asked?.doubt ?? null,
    needed: asked?.needed ?? null,
    toldAt: (await noticeById(check.noticeId))?.acceptedAt ?? null,
    note: key && openNote(key, check),
    resolvedAt: check.resolvedAt,
    evidenceDeletedAt: check.evidenceDeletedAt,
  };
}

function evidence(files: readonly StoredFile[], purpose: StoredFile["purpose"]): EvidenceFile[] {
  return files.flatMap((file) =>
    file.purpose === purpose && file.name !== null ? [{ id: file.id, name: file.name }] : [],
  );
}

async function represented(
  filing: NonNullable<Awaited<ReturnType<typeof filingById>>>,
  opens: boolean,
): Promise<RepresentationView | null> {
  const key = await loadDataKey(db(), filing.dataKeyId);
  const who = openWho(key, filing);
  const found = await authoritiesOf(filing.controllerId, filing.id);
  // Who is answered directly asks for themself now; the findings stay to be read.
  if (who.onBehalf === "self" && found.length === 0) return null;
  const idOf = (by: string) => by.split(":")[1] ?? "";
  const names = await staffNames(
    found.map(({ checkedBy }) => idOf(checkedBy)).filter((id) => id.length === 36),
  );
  const files = opens ? await filesOfFiling(filing.controllerId, filing.id) : [];
  return {
    onBehalf: who.onBehalf,
    state: standingAuthority(found)?.result ?? "unchecked",
    redirecting: found.some(({ state }) => state === "pending"),
    representative: who.name,
    name: who.subjectName,
    claimed: who.authority,
    findings: found.map((each) => ({
      result: each.result,
      state: each.state,
      kind: each.kind,
      shown: openShown(key, each),
      at: each.checkedAt,
      by: names.get(idOf(each.checkedBy)) ?? "",
    })),
    files: evidence(files, "authority_evidence"),
  };
}
