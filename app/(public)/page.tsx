import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PageTitle } from "@/app/_ui/prose";
import { pageLanguage, words } from "@/app/_ui/words";
import { controllersToAsk } from "@/lib/queries/intake/portal";
import { installationCtx } from "@/lib/session/requester";
import { OpenShell } from "./_parts/public-shell";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words("public"))("home.title") };
}

/** One controller: its page. Several: which one. None: calm. */
export default async function HomePage() {
  const controllers = await controllersToAsk(await installationCtx());
  const [only, ...others] = controllers;
  if (only && others.length === 0) redirect(`/${only.slug}`);
  const say = await words("public");
  return (
    <OpenShell language={await pageLanguage()} path="/">
      {only ? (
        <>
          <PageTitle lead={say("home.lead")}>{say("home.title")}</PageTitle>
          <ul className="grid gap-3">
            {controllers.map(({ slug, name }) => (
              <li key={slug}>
                <a
                  href={`/${slug}`}
                  className="flex min-h-14 items-center rounded border border-edge bg-surface px-4 py-3 text-xl font-semibold"
                >
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <PageTitle>{say("home.empty.title")}</PageTitle>
          <p>{say("home.empty.text")}</p>
        </>
      )}
    </OpenShell>
  );
}
