import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Button, ButtonLink } from "@/app/_ui/button";
import { words } from "@/app/_ui/words";
import { type LetterPreview, previewLetter } from "@/lib/commands/notice/preview-letter";
import { openRequest } from "@/lib/commands/request/open-request";
import { needsApproval } from "@/lib/domain/decision/approval";
import { formatReference, readReference } from "@/lib/domain/intake/reference";
import type { WrittenLetter } from "@/lib/domain/notice/written-letter";
import { onPage } from "@/lib/session/staff";
import { deskDoor } from "../../../../../_desk/door";
import { StepForm } from "../../../../../_desk/step-form";
import { Heading } from "../../../../../_frame/heading";
import { NoticeView } from "../../_notice/notice-view";

type Props = { readonly params: Promise<{ controller: string; reference: string; kind: string }> };

/** Where each letter is written, from the page of its request. */
const WRITTEN_AT: Readonly<Record<WrittenLetter, string>> = {
  question: "/ask",
  forwarding: "/forward",
  reopening: "#reopening",
  lifting: "#tasks",
  objection: "/assessment#fee",
  withdrawal: "#record",
  direct: "#representation",
  others: "#tasks",
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const say = await words("written");
  const reference = readReference((await params).reference);
  return { title: say("preview.title", { reference: reference ? formatReference(reference) : "" }) };
}

/** A letter of staff exactly as it would leave now, in the language of whom it goes to, and the button that sends it. */
export default async function LetterPreviewPage({ params }: Props) {
  const { controller, reference, kind } = await params;
  const path = `/requests/${encodeURIComponent(reference)}/letters/${encodeURIComponent(kind)}`;
  const here = `/staff/${controller}${path}`;
  const ctx = await deskDoor(controller, path);
  const preview = await onPage(previewLetter(ctx, reference, kind), here);
  await onPage(openRequest(ctx, { reference }), here);
  const { slug } = ctx.controller;
  const back = `/staff/${slug}/requests/${preview.reference}${WRITTEN_AT[preview.kind]}`;
  if (!preview.ready) redirect(back);
  const say = await words("written");
  const language = (await words("staff"))(`answer.languages.${preview.language}`);
  return (
    <div className="max-w-text">
      <Heading lead={say("preview.lead", { language })}>
        {say("preview.title", { reference: formatReference(preview.reference) })}
      </Heading>
      {preview.ready.notices.map((notice) => (
        <NoticeView key={notice.to} notice={notice} kind={preview.kind} level={2} />
      ))}
      <Send
        preview={preview}
        fingerprint={preview.ready.fingerprint}
        slug={slug}
        back={back}
        waits={
          preview.kind === "forwarding" && needsApproval(ctx.controller.settings.dpoApproves, "forwarded")
        }
      />
    </div>
  );
}

async function Send({
  preview,
  fingerprint,
  slug,
  back,
  waits,
}: {
  readonly preview: LetterPreview;
  readonly fingerprint: string;
  readonly slug: string;
  readonly back: string;
  /** Nothing leaves before somebody approved it. */
  readonly waits: boolean;
}) {
  const say = await words("written");
  const { reference, version, seen, kind } = preview;
  const printed = preview.ready?.notices.every(({ byPost }) => byPost) ?? false;
  const after = waits ? "waits" : kind === "direct" ? "direct" : printed ? "toPrint" : "hold";
  return (
    <>
      <div className="flex flex-wrap items-center gap-4">
        <StepForm of={{ slug, reference, version, seen }} step={`letters/${kind}/send`}>
          <input type="hidden" name="letter" value={fingerprint} />
          <Button>{say(`preview.send.${kind}`)}</Button>
        </StepForm>
        <ButtonLink tone="secondary" href={back}>
          {say("preview.change")}
        </ButtonLink>
      </div>
      <p className="mt-2 text-sm text-soft">{say(`preview.${after}`)}</p>
    </>
  );
}
