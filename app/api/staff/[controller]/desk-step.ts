import { plainPage } from "@/app/_ui/plain-page";
import { refusalStatus, refusalWords, respondRefused } from "@/app/_ui/refusal";
import { pageLanguage } from "@/app/_ui/words";
import { goOn, readFields } from "@/app/api/staff/answer";
import { type UploadForm, withUploads } from "@/app/api/upload";
import type { Ctx } from "@/lib/commands/context";
import { readReference } from "@/lib/domain/intake/reference";
import { type Refusal, Refused } from "@/lib/domain/kernel/refusal";
import { type Translate, translator } from "@/lib/i18n/translator";
import { staffCtx } from "@/lib/session/staff";

export type DeskRoute = { readonly params: Promise<{ controller: string; reference: string }> };

type Fields = Readonly<Record<string, unknown>>;

type Done = { readonly done: string; readonly more?: string; readonly goesTo?: string };

type StepOptions = {
  /** The command, and with what the request page is to say that it was done, or where to go on to instead. */
  readonly run: (
    ctx: Ctx,
    fields: Fields,
    /** What came with a multipart form; such a route's path ends in "/upload" (app/api/upload.ts). */
    files: UploadForm["files"],
  ) => Promise<Done>;
  /** The field whose text must not be lost when the answer is no. */
  readonly keep?: string;
  /** A page of its own below the request's, where the step was taken and is told: "/assessment". */
  readonly below?: string;
  /** A page of the request to go on to instead: "extend/preview". */
  readonly goesTo?: string;
};

/**
 * A step of the staff on one request, sent by a plain form or as JSON. Done: back to the request. Refused:
 * what was typed is shown and can be sent again, and a lost race says what happened.
 */
export async function deskStep(
  request: Request,
  { params }: DeskRoute,
  { run, keep, below = "", goesTo }: StepOptions,
): Promise<Response> {
  const { controller, reference } = await params;
  const stored = readReference(reference);
  const page = stored ? `requests/${stored}${below}` : "queue";
  let fields: Fields = {};
  const back = (ctx: Ctx, { done, more = "", goesTo: to = goesTo }: Done) =>
    goOn(request, `/staff/${ctx.controller.slug}/${to ? `${page}/${to}` : `${page}?done=${done}${more}`}`);
  try {
    if (isMultipart(request)) {
      const ctx = await staffCtx(controller);
      return await withUploads(ctx, request, async (form) => {
        fields = form.fields;
        return back(ctx, await run(ctx, { ...fields, reference }, form.files));
      });
    }
    fields = await readFields(request);
    const ctx = await staffCtx(controller);
    return back(ctx, await run(ctx, { ...fields, reference }, []));
  } catch (error) {
    const asJson = !request.headers.get("accept")?.includes("text/html");
    if (asJson || !(error instanceof Refused)) return respondRefused(error, request);
    const path = `/staff/${encodeURIComponent(controller)}/${page}`;
    return refusedPage(error.refusal, request, path, keep ? { name: keep, fields } : undefined);
  }
}

/** Whether the form may bring files. Only at a path of uploads is a body of that kind read. */
function isMultipart(request: Request): boolean {
  const { pathname } = new URL(request.url);
  return pathname.endsWith("/upload") && /^multipart\//i.test(request.headers.get("content-type") ?? "");
}

type Kept = { readonly name: string; readonly fields: Fields };

async function refusedPage(
  refusal: Refusal,
  request: Request,
  path: string,
  kept: Kept | undefined,
): Promise<Response> {
  const language = await pageLanguage();
  const say = translator(language, "staff");
  const said = refusalWords(ofForm(refusal), language);
  const lost = refusal.code === "changed_meanwhile";
  const typed = kept?.fields[kept.name];
  const page = plainPage({
    language,
    nonce: request.headers.get("x-nonce") ?? "",
    title: lost ? say("request.conflict.title") : said.title,
    text: lost ? say("request.conflict.text") : said.message,
    lines: lost ? happened(refusal.changed, say) : said.issues.map((issue) => issue.message),
    link: { href: path, text: say("request.conflict.back") },
    ...(kept && typeof typed === "string"
      ? {
          again: {
            action: new URL(request.url).pathname,
            hidden: hidden(kept, refusal),
            name: kept.name,
            typed,
            label: say("request.conflict.kept"),
            button: say("request.conflict.sendAgain"),
          },
        }
      : {}),
  });
  return new Response(page, {
    status: refusalStatus(refusal),
    headers: { "Content-Type": "text/html; charset=utf-8" },
  });
}

/** The words of the errors speak of replies where a field is called "text"; here it is a note or a question. */
function ofForm(refusal: Refusal): Refusal {
  if (refusal.code !== "bad_input") return refusal;
  return { ...refusal, issues: refusal.issues.map((issue) => ({ ...issue, field: "" })) };
}

/** Everything else of the form; after a lost race for the version there is now, which was just told. */
function hidden({ name, fields }: Kept, refusal: Refusal): Record<string, string> {
  const others = Object.entries(fields).filter(([key, value]) => key !== name && typeof value === "string");
  const same = Object.fromEntries(others) as Record<string, string>;
  if (refusal.code !== "changed_meanwhile") return same;
  const { seen: _, ...rest } = same;
  return { ...rest, version: String(refusal.version) };
}

/** What there is a sentence for; anything else that happened is "something". */
const TOLD = [
  "request.assigned",
  "request.noted",
  "request.question_asked",
  "request.replied",
  "request.recorded",
  "request.withdrawn",
  "request.flagged",
  "request.flag_removed",
  "request.clock_changed",
  "request.extension_asked",
  "person.linked",
  "assessment.proposed",
  "assessment.sent_back",
  "assessment.approved",
  "assessment.dropped",
  "fee.noticed",
  "fee.accepted",
  "fee.narrowed",
  "fee.objected",
  "decision.made",
  "decision.recalled",
  "decision.effective",
  "filing.confirmed",
  "notice.accepted",
  "notice.failed",
  "notice.postponed",
  "notice.retried",
  "notice.recalled",
  "decision.approved",
  "decision.sent_back",
  "forwarding.approved",
  "forwarding.approval_undone",
  "forwarding.sent_back",
  "forwarding.recalled",
  "request.reopened",
  "task.created",
  "task.assigned",
  "task.done",
  "task.not_possible",
  "task.letter_owed",
  "task.proof_added",
];

function happened(changed: readonly string[], say: Translate): string[] {
  if (changed.includes("letter")) return [say("request.conflict.letter")];
  const told = changed.filter((type) => TOLD.includes(type)).map((type) => say(`happened.${type}`));
  return told.length > 0 ? told : [say("request.conflict.unknown")];
}
