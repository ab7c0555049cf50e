import { Banner } from "@/app/_ui/banner";
import { ButtonLink } from "@/app/_ui/button";
import { pageLanguage, words } from "@/app/_ui/words";
import { formatReference } from "@/lib/domain/intake/reference";
import { formatDate } from "@/lib/i18n/format";
import { formatMoney } from "@/lib/i18n/money";
import { type MyFee, myFee } from "@/lib/queries/fee/my-fee";
import { requesterDoor } from "../_parts/door";

/** A fee on the requester's page: what is wanted, by when, where it stands, and the way to choosing; nothing without one. */
export async function MyFeeBox({ reference }: { readonly reference: string }) {
  const ctx = await requesterDoor();
  const fee = ctx && (await myFee(ctx, reference));
  return ctx && fee ? <Shown fee={fee} email={ctx.controller.settings.contactEmail} /> : null;
}

async function Shown({ fee, email }: { readonly fee: MyFee; readonly email: string }) {
  const say = await words("fee");
  const language = await pageLanguage();
  const money = (minor: number) => formatMoney(minor, fee.currency, language);
  const choosing = fee.state === "open" || fee.state === "unanswered";
  const date = formatDate(fee.answerBy, language);
  return (
    <Banner tone={choosing ? "warn" : "info"} level={3} title={choosing ? say("my.title") : say("my.page")}>
      {choosing ? (
        <>
          <p className="mb-2">{say("my.lead", { amount: money(fee.totalMinor), date })}</p>
          {fee.passed ? <p className="mb-2">{say("my.leadLate", { date })}</p> : null}
        </>
      ) : (
        <p className="mb-2">{say(`my.state.${fee.state}`)}</p>
      )}
      {fee.state === "accepted" ? (
        <p className="mb-2">
          {say("my.toPay", {
            amount: money(fee.outstanding),
            reference: formatReference(fee.reference),
            email,
          })}
        </p>
      ) : null}
      {fee.paidMinor > 0 ? (
        <p className="mb-2">{say("my.paidSum", { amount: money(fee.paidMinor) })}</p>
      ) : null}
      <ButtonLink tone={choosing ? "primary" : "secondary"} href={`/my/fee/${fee.reference}`}>
        {choosing ? say("my.open") : say("my.notice")}
      </ButtonLink>
    </Banner>
  );
}
