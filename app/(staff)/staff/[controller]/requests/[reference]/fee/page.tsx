import type { Metadata } from "next";
import { Banner } from "@/app/_ui/banner";
import { Button } from "@/app/_ui/button";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { TextField } from "@/app/_ui/field";
import { issueText } from "@/app/_ui/issue-text";
import { LetterView } from "@/app/_ui/letter-view";
import { pageLanguage, words } from "@/app/_ui/words";
import { type FeePreview, previewFee } from "@/lib/commands/fee/preview-fee";
import { openRequest } from "@/lib/commands/request/open-request";
import { localText } from "@/lib/domain/controller/settings";
import { UNITS } from "@/lib/domain/fee/amount";
import { readReference } from "@/lib/domain/intake/reference";
import { Refused } from "@/lib/domain/kernel/refusal";
import { formatDate } from "@/lib/i18n/format";
import { formatMoney } from "@/lib/i18n/money";
import { onPage } from "@/lib/session/staff";
import { deskDoor } from "../../../../_desk/door";
import { one, type Search } from "../../../../_desk/one";
import { StepForm } from "../../../../_desk/step-form";
import { Heading } from "../../../../_frame/heading";

type Props = {
  readonly params: Promise<{ controller: string; reference: string }>;
  readonly searchParams: Promise<Search>;
};

const MOST_LINES = 30;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words("fee"))("work.title") };
}

/** Works out a fee from the rate card and shows its notice before it is sent. What is chosen stands in the address. */
export default async function FeePage({ params, searchParams }: Props) {
  const { controller, reference } = await params;
  const path = `/requests/${encodeURIComponent(reference)}/fee`;
  const here = `/staff/${controller}${path}`;
  const ctx = await deskDoor(controller, path);
  const typed = wishOf(await searchParams);
  const made = await onPage(orWhyNot(previewFee(ctx, reference, typed)), here);
  await onPage(openRequest(ctx, { reference }), here);
  const { slug, settings } = ctx.controller;
  const say = await words("fee");
  const language = await pageLanguage();
  const back = `/staff/${slug}/requests/${readReference(reference) ?? reference}/assessment`;
  if ("why" in made) {
    return (
      <>
        <Heading>{say("work.title")}</Heading>
        <Banner tone="warn">{say(made.why === "no_rate_card" ? "work.noCard" : "work.notNow")}</Banner>
        <a href={back} className="inline-flex min-h-11 items-center">
          {say("line.link")}
        </a>
      </>
    );
  }
  const common = await words("common");
  const errors = made.issues.map((issue) => ({
    field: issue.field === "quantities" ? "q0" : issue.field.replace("quantities.", "q"),
    text: issueText(language, issue),
  }));
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.text;
  const { card, answerBy, rules } = made;
  const chosen = typed ?? made.takenBack;
  return (
    <>
      <a href={back} className="inline-flex min-h-11 items-center">
        {say("line.link")}
      </a>
      <Heading lead={say("work.lead")}>{say("work.title")}</Heading>
      <div className="max-w-text">
        <ErrorSummary title={common("errorSummary")} lines={errors} />
        <form method="get" action={`/staff/${slug}/requests/${made.reference}/fee`} noValidate>
          <p className="mb-4 text-soft">{say("work.card", { version: card.version })}</p>
          {card.lines.map((line, at) => (
            <TextField
              // biome-ignore lint/suspicious/noArrayIndexKey: the line's place in the card is its name
              key={at}
              name={`q${at}`}
              label={say("work.quantity", {
                label: localText(line.label, language, settings.languages),
                price: formatMoney(line.minor, card.currency, language),
                unit: say(`perUnit.${UNITS[line.kind]}`),
              })}
              hint={say("work.quantityHint")}
              error={errorOf(`q${at}`)}
              errorPrefix={common("errorPrefix")}
              inputMode="decimal"
              defaultValue={String(chosen?.quantities[at] ?? "")}
            />
          ))}
          <TextField
            type="date"
            name="answerBy"
            label={say("work.answerBy")}
            hint={
              answerBy.first === answerBy.last
                ? say("work.answerByFixed", { first: formatDate(answerBy.first, language) })
                : say("work.answerByHint", {
                    first: formatDate(answerBy.first, language),
                    last: formatDate(answerBy.last, language),
                  })
            }
            error={errorOf("answerBy")}
            errorPrefix={common("errorPrefix")}
            defaultValue={chosen?.answerBy ?? answerBy.first}
          />
          <p className="mb-4 text-sm">
            <span className="font-semibold">{say("work.silence")}:</span>{" "}
            {say(`silence.${rules.silence}`, {
              date: formatDate(made.prepared?.answerBy ?? answerBy.first, language),
            })}
          </p>
          <Button tone={made.prepared ? "secondary" : "primary"}>{say("work.preview")}</Button>
        </form>
        {made.prepared ? <Notice made={made} slug={slug} quantities={typed?.quantities ?? []} /> : null}
      </div>
    </>
  );
}

/** The notice as it would leave, and the button that sends exactly this one. */
async function Notice({
  made,
  slug,
  quantities,
}: {
  readonly made: FeePreview;
  readonly slug: string;
  readonly quantities: readonly string[];
}) {
  const say = await words("fee");
  const { prepared } = made;
  if (!prepared) return null;
  const of = { slug, reference: made.reference, version: made.version, seen: made.seen };
  return (
    <section aria-labelledby="notice-title" className="mt-8">
      <h2 id="notice-title" className="text-xl font-bold">
        {say("work.previewTitle")}
      </h2>
      <LetterView letter={prepared.letter} level={3} />
      <p className="mb-3">{say("work.held")}</p>
      <StepForm of={of} step="fee/notice">
        {quantities.map((quantity, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the line's place in the card is its name
          <input key={at} type="hidden" name={`q${at}`} value={quantity} />
        ))}
        <input type="hidden" name="answerBy" value={prepared.answerBy} />
        <input type="hidden" name="card" value={made.card.version} />
        <input type="hidden" name="letter" value={prepared.fingerprint} />
        <Button>{say("work.send")}</Button>
      </StepForm>
    </section>
  );
}

/** What was chosen so far; null before anything was. */
function wishOf(
  search: Search,
): { readonly quantities: readonly string[]; readonly answerBy: string } | null {
  const answerBy = one(search, "answerBy");
  if (!answerBy) return null;
  const quantities = Array.from({ length: MOST_LINES }, (_, at) => one(search, `q${at}`) ?? "");
  const last = quantities.findLastIndex((quantity) => quantity !== "");
  return { quantities: quantities.slice(0, Math.max(1, last + 1)), answerBy };
}

/** A fee that cannot be noticed now is said on the page; what does not exist is not there. */
async function orWhyNot(made: Promise<FeePreview>): Promise<FeePreview | { readonly why: string }> {
  try {
    return await made;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { refusal } = error;
    if (refusal.code === "wrong_state") return { why: refusal.state };
    if (refusal.code === "no_approved_finding" || refusal.code === "refusal_incomplete") {
      return { why: refusal.code };
    }
    throw error;
  }
}
