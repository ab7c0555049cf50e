import { placePath } from "@/app/_ui/public-paths";
import type { SummaryRow } from "@/app/_ui/summary-list";
import type { DraftAnswers, Step } from "@/lib/domain/intake/draft";
import type { Details } from "@/lib/domain/intake/filing";
import type { Language } from "@/lib/domain/kernel/language";
import type { Right } from "@/lib/domain/kernel/right";
import { formatDate } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/translator";
import { readStep } from "@/lib/schemas/intake/draft";

export type SummaryTexts = {
  readonly say: Translate;
  readonly letter: Translate;
  readonly common: Translate;
  readonly language: Language;
};

type Fact = { readonly label: string; readonly value: string };

/** What was answered on the page of a right, as the check page lists it. */
export function detailRows(
  draft: DraftAnswers,
  right: Right,
  slug: string,
  texts: SummaryTexts,
): readonly SummaryRow[] {
  const read = readStep(right, draft.steps[right]?.typed ?? {});
  const facts = read.ok && "details" in read.value ? factsOf(read.value.details, texts) : [];
  return facts.map((fact) => row(fact, slug, right, texts));
}

/** Who asks and for whom. */
export function whoRows(
  draft: DraftAnswers,
  slug: string,
  controllerName: string,
  texts: SummaryTexts,
): readonly SummaryRow[] {
  const { say } = texts;
  const behalf = readStep("on-behalf", draft.steps["on-behalf"]?.typed ?? {});
  const contact = readStep("contact", draft.steps.contact?.typed ?? {});
  const rows: SummaryRow[] = [];
  if (behalf.ok && "who" in behalf.value && "onBehalf" in behalf.value.who) {
    const { onBehalf, subjectName, authority } = behalf.value.who;
    rows.push(
      row({ label: say("check.row.onBehalf"), value: say(`onBehalf.${onBehalf}`) }, slug, "on-behalf", texts),
    );
    if (onBehalf !== "self") {
      rows.push(row({ label: say("check.row.subjectName"), value: subjectName }, slug, "on-behalf", texts));
      rows.push(row({ label: say("check.row.authority"), value: authority }, slug, "on-behalf", texts));
    }
  }
  if (contact.ok && "who" in contact.value && "email" in contact.value.who) {
    const { name, email, relationship, identifiers } = contact.value.who;
    const facts: Fact[] = [
      { label: say("check.row.name"), value: name },
      { label: say("check.row.email"), value: email },
      {
        label: say("check.row.relationship", { name: controllerName }),
        value: relationship === "unknown" ? "" : say(`contact.relationships.${relationship}`),
      },
      { label: say("check.row.identifiers"), value: identifiers },
    ];
    rows.push(...facts.map((fact) => row(fact, slug, "contact", texts)));
  }
  return rows;
}

function row({ label, value }: Fact, slug: string, step: Step, { common }: SummaryTexts): SummaryRow {
  const href = `${placePath(slug, step)}?from=check`;
  return {
    label,
    value: value || common("none"),
    change: { href, text: common("change"), about: label.toLowerCase() },
  };
}

function factsOf(details: Details, texts: SummaryTexts): readonly Fact[] {
  const { say, letter } = texts;
  const long = (name: string, value: string): Fact => ({ label: say(`${details.right}.${name}`), value });
  const listed = (label: string, values: readonly string[]): Fact => ({ label, value: values.join("\n") });
  switch (details.right) {
    case "access":
      return accessFacts(details, texts);
    case "rectification":
      return [
        long("wrong", details.wrong),
        long("correct", details.correct),
        long("complete", details.complete),
      ];
    case "erasure":
    case "restriction": {
      const name = (ground: string) =>
        ground === "unknown" ? say("form.unknown") : letter(`${details.right}Ground.${ground}`);
      return [
        { label: say("check.row.what"), value: details.what },
        listed(say("check.row.reasons"), details.grounds.map(name)),
      ];
    }
    case "portability":
      return [
        { label: say("check.row.to"), value: say(`portability.to.${details.to}`) },
        ...(details.to === "controller" ? [long("receiver", details.receiver)] : []),
      ];
    case "objection":
      return [
        { label: say("check.row.what"), value: details.what },
        {
          label: say("check.row.disclosure"),
          value: details.disclosure ? say("objection.disclosureYes") : "",
        },
        { label: say("check.row.situation"), value: details.situation },
      ];
    case "marketing_objection": {
      const channels = details.channels.length > 0 ? details.channels : (["all"] as const);
      return [
        listed(
          say("check.row.channels"),
          channels.map((one) => say(`marketing_objection.channels.${one}`)),
        ),
      ];
    }
    case "automated_decision_review":
      return [long("decision", details.decision), long("view", details.view)];
    case "consent_withdrawal":
    case "complaint":
      return [long("what", details.what)];
  }
}

function accessFacts(
  details: Extract<Details, { right: "access" }>,
  { say, language }: SummaryTexts,
): Fact[] {
  const scope = { label: say("check.row.scope"), value: say(`access.scope.${details.scope}`) };
  if (details.scope !== "part") return [scope];
  const from = details.from ? formatDate(details.from, language) : "";
  const to = details.to ? formatDate(details.to, language) : "";
  const key = from && to ? "check.period" : from ? "check.periodFrom" : to ? "check.periodTo" : "";
  return [
    scope,
    { label: say("check.row.period"), value: key ? say(key, { from, to }) : "" },
    { label: say("check.row.subject"), value: details.subject },
  ];
}
