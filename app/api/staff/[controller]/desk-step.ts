import { type Onward, refusalIn, respondRefused } from "@/app/_ui/refusal";
import { pageLanguage } from "@/app/_ui/words";
import { goOn, readFields } from "@/app/api/staff/answer";
import { formAgain, type Sent, withFiles } from "@/app/api/staff/form-again";
import type { Form } from "@/app/api/staff/form-fields";
import { type ReadSoFar, type UploadForm, withUploads } from "@/app/api/upload";
import type { Ctx } from "@/lib/commands/context";
import { readReference } from "@/lib/domain/intake/reference";
import type { Refusal } from "@/lib/domain/kernel/refusal";
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
  /** The fields that are shown again when the answer is no. */
  readonly form?: Form | undefined;
  /** Refuses who may not do it at all before a byte of a file is read. */
  readonly authorise?: (ctx: Ctx) => void;
  /** A page of its own below the request's, where the step was taken and is told: "/assessment". */
  readonly below?: string;
  /** A page of the request to go on to instead: "extend/preview". */
  readonly goesTo?: string;
};

/**
 * A step of the staff on one request, sent by a plain form or as JSON. Done: back to the request. Refused: what was
 * typed is shown field by field with what is wrong, and can be sent again, and a lost race says what happened.
 */
export async function deskStep(
  request: Request,
  { params }: DeskRoute,
  { run, form = [], authorise, below = "", goesTo }: StepOptions,
): Promise<Response> {
  const { controller, reference } = await params;
  const stored = readReference(reference);
  const page = stored ? `requests/${stored}${below}` : "queue";
  let read: ReadSoFar = { fields: {}, names: [] };
  let profile = "";
  try {
    const multipart = isMultipart(request);
    if (!multipart) read = { ...read, fields: await readFields(request) };
    const ctx = await staffCtx(controller);
    profile = ctx.controller.settings.profile;
    authorise?.(ctx);
    const step = async (fields: Fields, files: UploadForm["files"]) => {
      const {
        done,
        more = "",
        goesTo: to = goesTo,
      } = await run(ctx, { ...withFiles(form, fields, files.length), reference }, files);
      return goOn(
        request,
        `/staff/${ctx.controller.slug}/${to ? `${page}/${to}` : `${page}?done=${done}${more}`}`,
      );
    };
    return multipart
      ? await withUploads(ctx, request, ({ fields, files }) => step(fields, files), read)
      : await step(read.fields, []);
  } catch (error) {
    const path = `/staff/${encodeURIComponent(controller)}/${page}`;
    const sent = { form, fields: read.fields, files: read.names };
    return respondRefused(error, request, await onwardFrom(error, request, path, sent, profile));
  }
}

/** Whether the form may bring files. Only at a path of uploads is a body of that kind read. */
function isMultipart(request: Request): boolean {
  const { pathname } = new URL(request.url);
  return pathname.endsWith("/upload") && /^multipart\//i.test(request.headers.get("content-type") ?? "");
}

async function onwardFrom(
  error: unknown,
  request: Request,
  path: string,
  sent: Sent,
  profile: string,
): Promise<Onward> {
  const refusal = refusalIn(error);
  if (!refusal) return {};
  const language = await pageLanguage();
  const say = translator(language, "staff");
  return {
    ownNames: true,
    link: { href: path, text: say("request.conflict.back") },
    again: formAgain(request, sent, refusal, { language, profile }),
    ...(refusal.code === "changed_meanwhile" ? lostRace(refusal, say) : {}),
  };
}

function lostRace({ changed }: Extract<Refusal, { code: "changed_meanwhile" }>, say: Translate): Onward {
  return {
    title: say("request.conflict.title"),
    text: say("request.conflict.text"),
    lines: happened(changed, say).map((text) => ({ text })),
  };
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
