import type { ReactNode } from "react";
import { DefaultButton } from "@/app/_ui/default-button";
import { PageShell } from "@/app/_ui/page-shell";
import { QUESTION_FORM } from "@/app/_ui/public-paths";
import { words } from "@/app/_ui/words";
import { LANGUAGES } from "@/lib/domain/kernel/language";
import type { Portal } from "@/lib/queries/intake/portal";
import { PublicFooter } from "./public-footer";

/**
 * The frame of a public page of a controller.
 * @param path of this page, for coming back after a change of language
 * @param question true on a page with the question form, which then also carries Back and the languages
 */
export async function PublicShell({
  portal,
  path,
  question = false,
  before,
  children,
}: {
  readonly portal: Portal;
  readonly path: string;
  readonly question?: boolean;
  readonly before?: ReactNode;
  readonly children: ReactNode;
}) {
  const say = await words("common");
  const { slug, settings, language } = portal;
  return (
    <>
      {question ? <DefaultButton form={QUESTION_FORM} name="leaving" value="next" /> : null}
      <PageShell
        language={language}
        skip={say("skip")}
        brand={{ name: settings.name, href: `/${slug}`, about: say("about") }}
        switcher={{
          label: say("languages"),
          current: language,
          languages: LANGUAGES.filter((one) => settings.languages.includes(one)),
          back: path,
          form: question ? QUESTION_FORM : undefined,
        }}
        before={before}
        footer={<PublicFooter portal={portal} />}
      >
        {children}
      </PageShell>
    </>
  );
}

/** The frame of a public page that belongs to no controller. */
export async function OpenShell({
  language,
  path,
  children,
}: {
  readonly language: Portal["language"];
  readonly path: string;
  readonly children: ReactNode;
}) {
  const say = await words("common");
  return (
    <PageShell
      language={language}
      skip={say("skip")}
      brand={{ name: say("service"), href: "/", about: say("about") }}
      switcher={{ label: say("languages"), current: language, languages: LANGUAGES, back: path }}
    >
      {children}
    </PageShell>
  );
}
