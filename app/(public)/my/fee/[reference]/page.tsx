import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Button, ButtonLink } from "@/app/_ui/button";
import { TextArea } from "@/app/_ui/field";
import { LetterView } from "@/app/_ui/letter-view";
import { PageTitle } from "@/app/_ui/prose";
import { pageLanguage, words } from "@/app/_ui/words";
import { formatDate } from "@/lib/i18n/format";
import { formatMoney } from "@/lib/i18n/money";
import { type MyFee, myFee } from "@/lib/queries/fee/my-fee";
import { portal } from "@/lib/queries/intake/portal";
import { requesterDoor } from "../../../_parts/door";
import { PublicShell } from "../../../_parts/public-shell";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const say = await words("fee");
  return { title: say("my.page"), robots: { index: false } };
}

/** The notice of a fee and the requester's choices; works without scripts. */
export default async function MyFeePage({ params }: { params: Promise<{ reference: string }> }) {
  const { reference } = await params;
  const ctx = await requesterDoor();
  if (!ctx) redirect("/my");
  const fee = await myFee(ctx, reference);
  // Somebody else's, nobody's, or without a fee: the same answer for all.
  if (!fee) redirect("/my?done=fee-none");
  const shop = await portal(ctx);
  const say = await words("fee");
  const language = await pageLanguage();
  const amount = formatMoney(fee.totalMinor, fee.currency, language);
  const date = formatDate(fee.answerBy, language);
  const chooses = fee.may.accept || fee.may.narrow || fee.may.object;
  return (
    <PublicShell portal={shop} path={`/my/fee/${fee.reference}`}>
      <PageTitle>{say("my.page")}</PageTitle>
      <p className="mb-4">
        {fee.may.accept
          ? say(fee.passed ? "my.leadLate" : "my.lead", { amount, date })
          : say(`my.state.${fee.state}`)}
      </p>
      <Said fee={fee} />
      {chooses ? (
        <p className="mb-4">
          <a href="#choose" className="inline-flex min-h-11 items-center">
            {say("my.jump")}
          </a>
        </p>
      ) : null}
      <h2 className="text-xl font-bold">{say("my.notice")}</h2>
      <LetterView letter={fee.letter} level={3} />
      {chooses ? <Choices fee={fee} amount={amount} /> : null}
      <ButtonLink tone="secondary" href="/my">
        {say("my.back")}
      </ButtonLink>
    </PublicShell>
  );
}

async function Said({ fee }: { readonly fee: MyFee }) {
  const say = await words("fee");
  return (
    <>
      {fee.wrote ? (
        <div className="mb-4 border-l-4 border-line pl-4">
          <p className="text-soft">{say("my.yours")}</p>
          <p className="whitespace-pre-line break-words">{fee.wrote}</p>
        </div>
      ) : null}
      {fee.answered ? (
        <div className="mb-4 border-l-4 border-accent pl-4">
          <p className="text-soft">{say("my.answer")}</p>
          <p className="whitespace-pre-line break-words">{fee.answered}</p>
        </div>
      ) : null}
    </>
  );
}

async function Choices({ fee, amount }: { readonly fee: MyFee; readonly amount: string }) {
  const say = await words("fee");
  const hidden = (choice: string) => (
    <>
      <input type="hidden" name="choice" value={choice} />
      <input type="hidden" name="reference" value={fee.reference} />
      <input type="hidden" name="fee" value={fee.id} />
    </>
  );
  return (
    <section aria-labelledby="choose" className="mb-8">
      <h2 id="choose" tabIndex={-1} className="mb-4 text-2xl font-bold">
        {say("my.choose")}
      </h2>
      {fee.may.accept ? (
        <div className="mb-6 border-t-2 border-line pt-4">
          <h3 className="text-lg font-bold">{say("my.accept.title")}</h3>
          <p className="mb-3">{say("my.accept.text", { amount })}</p>
          <form method="post" action="/api/public/my/fee">
            {hidden("accept")}
            <Button tone="secondary">{say("my.accept.button")}</Button>
          </form>
        </div>
      ) : null}
      {(["narrow", "object"] as const)
        .filter((choice) => fee.may[choice])
        .map((choice) => (
          <div key={choice} className="mb-6 border-t-2 border-line pt-4">
            <h3 className="mb-2 text-lg font-bold">{say(`my.${choice}.title`)}</h3>
            <form method="post" action="/api/public/my/fee" noValidate>
              {hidden(choice)}
              <TextArea
                name="text"
                id={`text-${choice}`}
                label={say(`my.${choice}.label`)}
                hint={say(`my.${choice}.hint`)}
                rows={4}
                maxLength={5_000}
              />
              <Button tone="secondary">{say(`my.${choice}.button`)}</Button>
            </form>
          </div>
        ))}
      <div className="mb-6 border-t-2 border-line pt-4">
        <h3 className="text-lg font-bold">{say("my.withdraw.title")}</h3>
        <p className="mb-3">{say("my.withdraw.text")}</p>
        <ButtonLink tone="secondary" href={`/my/withdraw/${fee.reference}`}>
          {say("my.withdraw.button")}
        </ButtonLink>
      </div>
    </section>
  );
}
