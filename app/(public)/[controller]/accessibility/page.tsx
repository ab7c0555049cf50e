import type { Metadata } from "next";
import { PageTitle, Prose } from "@/app/_ui/prose";
import { words } from "@/app/_ui/words";
import { portal } from "@/lib/queries/intake/portal";
import { controllerDoor } from "../../_parts/door";
import { PublicShell } from "../../_parts/public-shell";

type Props = { readonly params: Promise<{ readonly controller: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { controller } = await controllerDoor((await params).controller, "/accessibility");
  const title = (await words("public"))("accessibility.title");
  return { title: (await words("common"))("titleAt", { title, name: controller.settings.name }) };
}

export default async function AccessibilityPage({ params }: Props) {
  const ctx = await controllerDoor((await params).controller, "/accessibility");
  const shown = await portal(ctx);
  const say = await words("public");
  const { name, contactEmail, country } = shown.settings;
  return (
    <PublicShell portal={shown} path={`/${shown.slug}/accessibility`}>
      <PageTitle lead={say("accessibility.lead")}>{say("accessibility.title")}</PageTitle>
      <Prose>
        <h2>{say("accessibility.can.title")}</h2>
        <ul>
          {(["keyboard", "script", "zoom", "reader", "look", "puzzle"] as const).map((line) => (
            <li key={line}>{say(`accessibility.can.${line}`)}</li>
          ))}
        </ul>
        <h2>{say("accessibility.status.title")}</h2>
        <p>{say("accessibility.status.text")}</p>
        <h2>{say("accessibility.limits.title")}</h2>
        <p>{say("accessibility.limits.session")}</p>
        <h2>{say("accessibility.report.title")}</h2>
        <p>{say("accessibility.report.text", { email: contactEmail })}</p>
        {country === "SE" ? <p>{say("accessibility.report.digg", { name })}</p> : null}
      </Prose>
    </PublicShell>
  );
}
