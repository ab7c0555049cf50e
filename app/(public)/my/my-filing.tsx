import { Banner } from "@/app/_ui/banner";
import { Button, ButtonLink } from "@/app/_ui/button";
import { PageTitle } from "@/app/_ui/prose";
import { pageLanguage, words } from "@/app/_ui/words";
import { formatInstant } from "@/lib/i18n/format";
import type { MyIdentity } from "@/lib/queries/identity/my-identity";
import type { MyFiling } from "@/lib/queries/request/my-requests";
import { ActsFor } from "./my-identity-parts";
import { MyRequestView } from "./my-request";

const SAID: Readonly<Record<string, string>> = {
  reply: "mine.replySent",
  withdrawn: "withdraw.done",
  identity: "mine.proofSent",
  authority: "mine.proofSent",
};
const FEE_SAID: readonly string[] = ["fee-accept", "fee-narrow", "fee-object"];

/** Every request of a filing: where it stands, by when and why, what was said, the answer. */
export async function MyFilingView({
  filing,
  identity,
  controller,
  done,
}: {
  readonly filing: MyFiling;
  readonly identity: MyIdentity;
  readonly controller: string;
  /** What was just done, to be said once. */
  readonly done: string | null;
}) {
  const say = await words("my");
  const fee = await words("fee");
  const language = await pageLanguage();
  const said = done ? SAID[done] : undefined;
  return (
    <>
      {said ? <Banner tone="ok">{say(said)}</Banner> : null}
      {done && FEE_SAID.includes(done) ? <Banner tone="ok">{fee(`my.done.${done}`)}</Banner> : null}
      <PageTitle>{say("mine.title")}</PageTitle>
      {identity.represents ? <ActsFor represents={identity.represents} controller={controller} /> : null}
      <p className="mb-8 text-soft">
        {say("mine.received", { instant: formatInstant(filing.receivedAt, filing.zone, language) })}
      </p>
      {filing.requests.map((request) => (
        <MyRequestView
          key={request.reference}
          request={request}
          check={identity.checks.find(({ reference }) => reference === request.reference) ?? null}
          zone={filing.zone}
          controller={controller}
        />
      ))}
      <p className="mb-4 text-soft">{say("mine.session")}</p>
      <div className="flex flex-wrap gap-4">
        <form method="post" action="/api/public/my/sign-out">
          <Button tone="secondary">{say("mine.signOut")}</Button>
        </form>
        <ButtonLink tone="quiet" href={`/${filing.controllerSlug}`}>
          {say("mine.more")}
        </ButtonLink>
      </div>
    </>
  );
}
