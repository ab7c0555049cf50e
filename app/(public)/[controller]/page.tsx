import type { Metadata } from "next";
import { words } from "@/app/_ui/words";
import { rightsUnder } from "@/lib/domain/law/profile";
import { portal } from "@/lib/queries/intake/portal";
import { controllerDoor, draftHere } from "../_parts/door";
import { PublicShell } from "../_parts/public-shell";
import { StartPage } from "./_start/start-page";

type Props = {
  readonly params: Promise<{ readonly controller: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { controller } = await controllerDoor((await params).controller);
  return { title: (await words("public"))("start.title", { name: controller.settings.name }) };
}

/** The start page; `?right=` is what a link of the controller's own asks for, and anything else is not heard. */
export default async function ControllerPage({ params, searchParams }: Props) {
  const ctx = await controllerDoor((await params).controller);
  const { right } = await searchParams;
  const shown = await portal(ctx);
  const draft = await draftHere(ctx);
  const begun = draft?.state === "open" && Object.keys(draft.answers.steps).length > 0;
  return (
    <PublicShell portal={shown} path={`/${shown.slug}`}>
      <StartPage
        portal={shown}
        draft={begun ? "open" : draft?.state === "sent" ? "sent" : null}
        chosen={rightsUnder(shown.settings.profile).find((known) => known === right) ?? null}
      />
    </PublicShell>
  );
}
