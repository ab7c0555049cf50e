import type { Metadata } from "next";
import { Banner } from "@/app/_ui/banner";
import { Button, ButtonLink } from "@/app/_ui/button";
import { LetterView } from "@/app/_ui/letter-view";
import { pageLanguage, words } from "@/app/_ui/words";
import { previewExtension } from "@/lib/commands/clock/preview-extension";
import { openRequest } from "@/lib/commands/request/open-request";
import { formatReference } from "@/lib/domain/intake/reference";
import { formatDate } from "@/lib/i18n/format";
import { onPage } from "@/lib/session/staff";
import { deskDoor } from "../../../../../_desk/door";
import { OldAndNew } from "../../../../../_desk/old-and-new";
import { StepForm } from "../../../../../_desk/step-form";
import { Heading } from "../../../../../_frame/heading";

type Props = { readonly params: Promise<{ controller: string; reference: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words("timing"))("previewPage.title", { reference: "" }) };
}

/** The notice of more time exactly as it would leave now, with the old and the new date; or what it still lacks. */
export default async function ExtensionPreviewPage({ params }: Props) {
  const { controller, reference } = await params;
  const path = `/requests/${encodeURIComponent(reference)}/extend`;
  const ctx = await deskDoor(controller, `${path}/preview`);
  const here = `/staff/${controller}${path}/preview`;
  const preview = await onPage(previewExtension(ctx, reference), here);
  await onPage(openRequest(ctx, { reference }), here);
  const { slug } = ctx.controller;
  const say = await words("timing");
  const language = await pageLanguage();
  const edit = `/staff/${slug}/requests/${preview.reference}/extend`;
  const last = preview.newDate ?? preview.oldDate;
  const ready = preview.letter !== null && preview.open && preview.no === null;
  return (
    <div className="max-w-text">
      <Heading lead={say("previewPage.language")}>
        {say("previewPage.title", { reference: formatReference(preview.reference) })}
      </Heading>
      {preview.missing.length > 0 ? (
        <Banner tone="error" title={say("previewPage.missing")}>
          <ul className="list-disc pl-5">
            {preview.missing.map((code) => (
              <li key={code}>
                {say(`previewPage.miss.${code}`, { last: last ? formatDate(last, language) : "" })}
              </li>
            ))}
          </ul>
        </Banner>
      ) : null}
      {ready ? (
        <OldAndNew
          labels={[say("previewPage.old"), say("previewPage.new")]}
          dates={[preview.oldDate, preview.newDate ?? preview.oldDate]}
          none={say("box.noDate")}
          language={language}
        />
      ) : null}
      {ready && !preview.effective ? <Banner tone="error">{say("letter.lateTitle")}</Banner> : null}
      {preview.no === null ? null : <Banner tone="warn">{say("extendPage.again")}</Banner>}
      {preview.letter ? <LetterView letter={preview.letter} /> : null}
      <div className="flex flex-wrap items-center gap-4">
        {ready ? (
          <StepForm
            of={{ slug, reference: preview.reference, version: preview.version, seen: preview.seen }}
            step="send-extension"
          >
            <input type="hidden" name="letter" value={preview.fingerprint} />
            <Button>{say(preview.effective ? "previewPage.send" : "previewPage.sendLate")}</Button>
          </StepForm>
        ) : null}
        <ButtonLink tone="secondary" href={edit}>
          {say("previewPage.change")}
        </ButtonLink>
      </div>
      {ready ? <p className="mt-2 text-sm text-soft">{say("previewPage.hold")}</p> : null}
    </div>
  );
}
