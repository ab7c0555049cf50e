import type { Metadata } from "next";
import { ButtonLink } from "./_ui/button";
import { PageShell } from "./_ui/page-shell";
import { PageTitle } from "./_ui/prose";
import { pageLanguage, words } from "./_ui/words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words("common"))("notFound.title") };
}

export default async function NotFound() {
  const say = await words("common");
  return (
    <PageShell
      language={await pageLanguage()}
      skip={say("skip")}
      brand={{ name: say("service"), href: "/", about: say("about") }}
    >
      <PageTitle>{say("notFound.title")}</PageTitle>
      <p className="mb-6">{say("notFound.text")}</p>
      <ButtonLink href="/">{say("notFound.home")}</ButtonLink>
    </PageShell>
  );
}
