import type { ReactNode } from "react";
import { PageShell } from "@/app/_ui/page-shell";
import { pageLanguage, words } from "@/app/_ui/words";
import { LANGUAGES } from "@/lib/domain/kernel/language";
import type { Portal } from "@/lib/queries/intake/portal";
import { PortalFooter } from "./portal-footer";

/** The frame of the pages that a mailed link leads to; with a controller, its name and foot. */
export async function PlainFrame({
  portal,
  path,
  children,
}: {
  readonly portal: Portal | null;
  /** Of this page, for coming back from the language switch. */
  readonly path: string;
  readonly children: ReactNode;
}) {
  const say = await words("common");
  const language = await pageLanguage();
  return (
    <PageShell
      language={language}
      skip={say("skip")}
      brand={{
        name: portal?.settings.name ?? say("service"),
        href: portal ? `/${portal.slug}` : "/",
        about: say("about"),
      }}
      switcher={{ label: say("languages"), current: language, languages: LANGUAGES, back: path }}
      footer={portal ? <PortalFooter portal={portal} /> : undefined}
    >
      {children}
    </PageShell>
  );
}
