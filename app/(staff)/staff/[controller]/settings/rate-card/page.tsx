import type { Metadata } from "next";
import { Banner } from "@/app/_ui/banner";
import { pageLanguage, words } from "@/app/_ui/words";
import { type ControllerSettings, localText } from "@/lib/domain/controller/settings";
import { COST_KINDS, CURRENCIES, UNITS } from "@/lib/domain/fee/amount";
import { formatInstant } from "@/lib/i18n/format";
import { formatMoney } from "@/lib/i18n/money";
import { type RateCardView, rateCardView } from "@/lib/queries/fee/rate-card";
import { onPage } from "@/lib/session/staff";
import { deskDoor } from "../../../_desk/door";
import { formWords } from "../../../_form/form-words";
import { Heading, Part } from "../../../_frame/heading";
import { SettingsFacts } from "../settings-facts";
import { RateCardForm } from "./rate-card-form.client";

type Props = {
  readonly params: Promise<{ controller: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words("fee"))("card.title") };
}

/** What administrative cost is charged at; not there for a controller that promised to charge nothing. */
export default async function RateCardPage({ params, searchParams }: Props) {
  const { controller } = await params;
  const ctx = await deskDoor(controller, "/settings/rate-card");
  const view = await onPage(rateCardView(ctx), `/staff/${controller}/settings/rate-card`);
  const { done } = await searchParams;
  const say = await words("fee");
  const language = await pageLanguage();
  const access = await words("staffAccess");
  const { settings } = ctx.controller;
  const [now, ...before] = view.versions;
  const most = view.rules?.most;
  return (
    <div className="max-w-text">
      <Heading lead={say("card.lead")}>{say("card.title")}</Heading>
      {done === "saved" ? <Banner tone="ok">{say("card.saved")}</Banner> : null}
      {now ? null : <Banner>{say("card.none")}</Banner>}
      {most ? (
        <p className="mb-4">
          {say("card.most", { amount: formatMoney(most.minor, "CHF", language), citation: most.citation })}
        </p>
      ) : null}
      {view.mayWrite ? (
        <RateCardForm
          // What was saved fills the form anew.
          key={now?.version ?? 0}
          action={`/api/staff/${ctx.controller.slug}/settings/rate-card`}
          version={now?.version ?? 0}
          values={{
            currency: now?.currency ?? view.rules?.currency ?? CURRENCIES[0],
            lines: (now?.lines ?? []).map(({ kind, label, minor }) => ({
              kind,
              label: Object.fromEntries(settings.languages.map((each) => [each, label[each] ?? ""])),
              minor: `${Math.trunc(minor / 100)}.${String(minor % 100).padStart(2, "0")}`,
            })),
          }}
          currencies={view.rules?.currency ? [view.rules.currency] : CURRENCIES}
          kinds={COST_KINDS.map((value) => ({ value, label: say(`cost.${value}`) }))}
          languages={settings.languages.map((value) => ({
            value,
            label: say("card.label", { language: access(`settings.languageNames.${value}`) }),
          }))}
          words={{
            ...formWords(access),
            currency: say("card.currency"),
            kind: say("card.kind"),
            price: say("card.price"),
            priceHint: say("card.priceHint"),
            line: say("card.line"),
            add: say("card.add"),
            remove: say("card.remove"),
            save: say("card.save"),
          }}
        />
      ) : (
        <Banner>{say("card.readOnly")}</Banner>
      )}
      {now && !view.mayWrite ? <Card version={now} settings={settings} /> : null}
      {before.length > 0 ? (
        <Part id="history-part" title={say("card.history")}>
          {before.map((version) => (
            <Card key={version.version} version={version} settings={settings} />
          ))}
        </Part>
      ) : null}
    </div>
  );
}

/** One version of the card, to read. */
async function Card({
  version,
  settings,
}: {
  readonly version: RateCardView["versions"][number];
  readonly settings: ControllerSettings;
}) {
  const say = await words("fee");
  const language = await pageLanguage();
  return (
    <>
      <p className="mt-3 text-sm text-soft">
        {say("card.version", {
          version: version.version,
          instant: formatInstant(version.at, settings.zone, language),
          name: version.by,
        })}
      </p>
      <SettingsFacts
        rows={version.lines.map((line) => ({
          label: localText(line.label, language, settings.languages) || say(`cost.${line.kind}`),
          value: `${formatMoney(line.minor, version.currency, language)} ${say(`perUnit.${UNITS[line.kind]}`)}`,
        }))}
      />
    </>
  );
}
