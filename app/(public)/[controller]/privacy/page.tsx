import type { Metadata } from "next";
import { LetterBlocks } from "@/app/_ui/letter-view";
import { PageTitle } from "@/app/_ui/prose";
import { words } from "@/app/_ui/words";
import { portalNotice } from "@/lib/i18n/legal/portal-notice";
import { portal } from "@/lib/queries/intake/portal";
import { controllerDoor } from "../../_parts/door";
import { PublicShell } from "../../_parts/public-shell";

type Props = { readonly params: Promise<{ readonly controller: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { controller } = await controllerDoor((await params).controller, "/privacy");
  const title = (await words("public"))("privacy.title");
  return { title: (await words("common"))("titleAt", { title, name: controller.settings.name }) };
}

/** What the portal itself does with personal data (GDPR Art. 13). */
export default async function PrivacyPage({ params }: Props) {
  const ctx = await controllerDoor((await params).controller, "/privacy");
  const shown = await portal(ctx);
  const say = await words("public");
  return (
    <PublicShell portal={shown} path={`/${shown.slug}/privacy`}>
      <PageTitle>{say("privacy.title")}</PageTitle>
      <LetterBlocks blocks={portalNotice(shown.settings, shown.authority, shown.language)} level={2} />
    </PublicShell>
  );
}
