import { Button } from "@/app/_ui/button";
import { Details } from "@/app/_ui/details";
import { TextArea, TextField } from "@/app/_ui/field";
import { pageLanguage, words } from "@/app/_ui/words";
import { COUNTER_ARGUMENTS, type CounterArgument } from "@/lib/domain/fee/signals";
import { formatReference } from "@/lib/domain/intake/reference";
import { formatCitation } from "@/lib/i18n/citation";
import { formatDate, formatInstant } from "@/lib/i18n/format";
import type { Dossier } from "@/lib/queries/fee/dossier";
import { Box } from "../../../../../_desk/box";
import { type Seen, StepForm } from "../../../../../_desk/step-form";

type Props = { readonly view: Dossier; readonly of: Seen };

/** Earlier requests as facts, each with what a complaint would say of it. */
export async function SignalsPart({ view, of }: Props) {
  const say = await words("fee");
  const { signals } = view;
  return (
    <Box id="signals" title={say("signals.title")}>
      <p className="mb-2 text-sm">{say("signals.means")}</p>
      <h3 className="text-sm font-bold">{say("signals.general")}</h3>
      <Arguments codes={signals.general} />
      {signals.earlier.length === 0 ? <p className="text-soft">{say("signals.none")}</p> : null}
      <ul className="grid gap-3">
        {signals.earlier.map((signal) => (
          <OneSignal key={signal.reference} signal={signal} slug={of.slug} />
        ))}
      </ul>
      {signals.more ? <p className="text-sm text-soft">{say("signals.more")}</p> : null}
      <Links view={view} of={of} />
    </Box>
  );
}

async function OneSignal({
  signal,
  slug,
}: {
  readonly signal: Dossier["signals"]["earlier"][number];
  readonly slug: string;
}) {
  const say = await words("fee");
  const letter = await words("letter");
  const language = await pageLanguage();
  const facts = [
    say("signals.before", { days: signal.daysBefore }),
    signal.scope ? say(`signals.scope.${signal.scope}`) : "",
    signal.outcome ? letter(`outcome.${signal.outcome}`) : say("signals.open"),
    signal.late ? say("signals.late") : "",
    signal.linked ? say("signals.linked") : "",
  ];
  return (
    <li className="border-t border-line pt-2">
      <p>
        <a href={`/staff/${slug}/requests/${signal.reference}`} className="font-mono whitespace-nowrap">
          {formatReference(signal.reference)}
        </a>{" "}
        <span className="font-semibold">{formatDate(signal.receivedOn, language)}</span>,{" "}
        {letter(`right.${signal.right}`)}
      </p>
      <p className="text-sm">{facts.filter(Boolean).join("; ")}</p>
      {signal.against.length > 0 ? (
        <>
          <p className="mt-1 text-sm font-semibold">{say("signals.against")}</p>
          <Arguments codes={signal.against} />
        </>
      ) : null}
    </li>
  );
}

async function Arguments({ codes }: { readonly codes: readonly CounterArgument[] }) {
  const say = await words("fee");
  const language = await pageLanguage();
  return (
    <ul className="mb-2 list-disc pl-5 text-sm">
      {codes.map((code) => (
        <li key={code}>
          {say(`counter.${code}`)}
          {COUNTER_ARGUMENTS[code] ? (
            <span className="block text-soft">{formatCitation(COUNTER_ARGUMENTS[code], language)}</span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

async function Links({ view, of }: Props) {
  const say = await words("fee");
  const language = await pageLanguage();
  return (
    <>
      <h3 className="mt-4 text-sm font-bold">{say("link.title")}</h3>
      {view.links.length === 0 ? <p className="text-sm text-soft">{say("link.none")}</p> : null}
      <ul className="grid gap-2">
        {view.links.map((link) => (
          <li key={link.id} className="text-sm">
            <p>
              {say("link.line", {
                reference: link.other ? formatReference(link.other) : "–",
                name: link.by,
                instant: formatInstant(link.at, view.zone, language),
              })}
            </p>
            {link.reason ? <p className="whitespace-pre-line break-words">{link.reason}</p> : null}
            {view.offers.link ? (
              <StepForm of={of} step="assessment/unlink">
                <input type="hidden" name="linkId" value={link.id} />
                <Button tone="quiet" className="-ml-0.5">
                  {say("link.undo")}
                </Button>
              </StepForm>
            ) : null}
          </li>
        ))}
      </ul>
      {view.offers.link ? (
        <Details summary={say("link.form")}>
          <StepForm of={of} step="assessment/link">
            <TextField name="other" label={say("link.other")} required maxLength={40} autoComplete="off" />
            <TextArea
              name="reason"
              id="link-reason"
              label={say("link.reason")}
              required
              maxLength={5_000}
              rows={3}
            />
            <Button tone="secondary">{say("link.button")}</Button>
          </StepForm>
        </Details>
      ) : null}
    </>
  );
}
