import type { Metadata } from "next";
import { Banner } from "@/app/_ui/banner";
import { Button } from "@/app/_ui/button";
import { LetterBlocks } from "@/app/_ui/letter-view";
import { words } from "@/app/_ui/words";
import { previewWording } from "@/lib/commands/controller/preview-wording";
import { LONGEST_WORDING, WORDING } from "@/lib/domain/notice/wording";
import { wordingView } from "@/lib/queries/controller/wordings";
import { onPage, staffPageCtx } from "@/lib/session/staff";
import { one, type Search } from "../../../../_desk/one";
import { formWords } from "../../../../_form/form-words";
import { Heading } from "../../../../_frame/heading";
import { Placeholders } from "./placeholders";
import { WordingForm } from "./wording-form.client";
import { WordingHistory } from "./wording-history";
import { WordingMessage } from "./wording-message.client";

type Props = {
  readonly params: Promise<{ controller: string }>;
  readonly searchParams: Promise<Search>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words("wording"))("title") };
}

/** The controller's own words for one kind of message in one language, the whole message, and earlier versions. */
export default async function WordingPage({ params, searchParams }: Props) {
  const { controller } = await params;
  const search = await searchParams;
  const ctx = await staffPageCtx(controller, "/settings/wording");
  const asked = {
    kind: one(search, "kind") || "receipt",
    language: one(search, "language") || (ctx.controller.settings.languages[0] ?? ""),
    from: one(search, "from"),
  };
  const view = await onPage(wordingView(ctx, asked), `/staff/${controller}/settings/wording`);
  const preview = await previewWording(ctx, view.kind, view.language);
  const say = await words("wording");
  const access = await words("staffAccess");
  const standard = view.history[0]?.standard !== false;
  const { medium } = WORDING[view.kind];
  const language = access(`settings.languageNames.${view.language}`);
  const action = `/api/staff/${view.slug}/settings/wording`;
  const message = {
    language: view.language,
    title: preview?.title ?? "",
    body: preview ? <LetterBlocks blocks={preview.body} level={4} /> : null,
    foot: preview ? <LetterBlocks blocks={preview.foot} level={4} /> : null,
    values: preview?.values ?? {},
    words: {
      title: say("preview"),
      lead: view.mayWrite ? `${say("previewLead")} ${say("previewLive")}` : say("previewLead"),
      own: say("ownPart"),
      none: say("ownNone"),
      fixed: say("fixedPart"),
      foot: say("footPart"),
    },
  };
  return (
    <div className="max-w-text">
      <a href={`/staff/${view.slug}/settings/wording`} className="inline-flex min-h-11 items-center">
        {say("back")}
      </a>
      <Heading
        lead={`${say("mediumOf", { medium, language })}. ${say("inForce", { version: standard ? 0 : view.version })}`}
      >
        {say(`kind.${view.kind}`)}
      </Heading>
      {one(search, "done") === "saved" ? (
        <div role="status">
          <Banner tone="ok">{say("saved")}</Banner>
        </div>
      ) : null}
      {view.shown.version === view.version ? null : (
        <Banner>{say("fromVersion", { version: view.shown.version })}</Banner>
      )}
      {medium === "mail" ? <p className="mb-4">{say("mailPrivacy")}</p> : null}
      <Placeholders kind={view.kind} values={message.values} />
      {view.mayWrite ? (
        <WordingForm
          // What was saved, or an earlier version that was asked for, fills the form anew.
          key={`${view.version} ${view.shown.version}`}
          action={action}
          of={{ kind: view.kind, language: view.language }}
          version={view.version}
          values={{ opening: view.shown.opening, closing: view.shown.closing }}
          message={preview ? message : null}
          words={{
            ...formWords(access),
            lead: say("plain", { max: LONGEST_WORDING }),
            opening: say("opening"),
            openingHint: say("openingHint"),
            closing: say("closing"),
            closingHint: say("closingHint"),
            save: say("save"),
            conflict: say("conflict", { version: "%s" }),
          }}
        />
      ) : (
        <>
          <Banner>{say("readOnly")}</Banner>
          {preview ? (
            <WordingMessage {...message} opening={view.shown.opening} closing={view.shown.closing} />
          ) : null}
        </>
      )}
      {view.mayWrite && !standard ? (
        <form method="post" action={action} className="mt-6">
          <input type="hidden" name="kind" value={view.kind} />
          <input type="hidden" name="language" value={view.language} />
          <input type="hidden" name="version" value={view.version} />
          <input type="hidden" name="opening" value="" />
          <input type="hidden" name="closing" value="" />
          <Button tone="secondary">{say("standardAgain")}</Button>
        </form>
      ) : null}
      <WordingHistory view={view} zone={ctx.controller.settings.zone} />
    </div>
  );
}
