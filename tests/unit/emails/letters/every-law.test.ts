import { closedUnconfirmedMail } from "@/emails/closed-unconfirmed";
import { mailText } from "@/emails/content";
import { letterText } from "@/emails/letters/letter-text";
import { type Answer, OUTCOMES, outcomesFor } from "@/lib/domain/decision/answer";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { LANGUAGES, type Language } from "@/lib/domain/kernel/language";
import { RIGHTS, type Right } from "@/lib/domain/kernel/right";
import { groundsFor } from "@/lib/domain/law/grounds";
import { LAWS, lawOf, PROFILE_IDS } from "@/lib/domain/law/profile";
import { derivationSentences } from "@/lib/i18n/derivation";
import { fixedBlocks } from "@/lib/i18n/legal/legal-text";
import { portalNotice } from "@/lib/i18n/legal/portal-notice";
import { LEGAL_NOTICES } from "@/lib/i18n/legal/texts";
import { translator } from "@/lib/i18n/translator";
import { clockOn, profileOf } from "../../clock/make-clock";
import { AUTHORITY, requesterMail, SETTINGS } from "../invented";
import { EMPTY, letterOf, NO } from "./invented-answers";

const ON = "2026-04-07" as IsoDate;
const SEARCH = { system: "CRM", terms: "x", result: "nothing" } as unknown as Answer["searches"][number];

/** Every letter that can answer a request for a right: each outcome, and each ground of a refusal. */
function answersFor(right: Right, law: string): readonly Answer[] {
  const said: Answer = { ...EMPTY, text: "Done.", searches: [SEARCH] };
  return OUTCOMES.flatMap((outcome): Answer[] => {
    if (outcome === "address_not_confirmed") return [{ ...said, outcome }];
    if (!outcomesFor(right, true).includes(outcome)) return [];
    if (outcome !== "refused" && outcome !== "granted_in_part") return [{ ...said, outcome }];
    return groundsFor(right, null, law).map(({ id }) => ({
      ...said,
      outcome,
      refusals: [{ ...NO, ground: id, provision: "A law", balancing: "Both sides" }],
    }));
  });
}

/** Everything that can leave the house under a profile, as one text per document. */
function documentsOf(profile: string, language: Language): readonly string[] {
  const law = lawOf(profile);
  const settings = { ...SETTINGS, profile };
  const blocks = [
    ...LEGAL_NOTICES.flatMap((notice) =>
      fixedBlocks(profile, notice, language, new Proxy({}, { get: () => "x" })),
    ),
    ...portalNotice(settings, AUTHORITY, language),
  ];
  const mail = closedUnconfirmedMail({
    ...requesterMail(language, settings),
    sender: { settings, authority: AUTHORITY, portalNoticeUrl: "https://dsar.example/x/privacy" },
    reference: "7KQ2M-4TX9P-V",
    receivedOn: ON,
    closedOn: ON,
    startUrl: "https://dsar.example/x",
  });
  return [
    JSON.stringify(blocks),
    mailText(mail),
    ...RIGHTS.flatMap((right) => [
      ...answersFor(right, law).map((answer) => letterText(letterOf(answer, right, language, settings))),
      derivationSentences(
        translator(language, "clock"),
        clockOn("2026-03-05", { profile: profileOf(profile), right }).derivation,
        language,
      )
        .map(({ sentence, citation }) => `${sentence} (${citation})`)
        .join("\n"),
    ]),
  ];
}

/** Names of the Union's law: "UK GDPR" and the Swiss articles are none of them. */
const UNION_LAW =
  /(?<!UK )GDPR|General Data Protection|[Dd]ataskyddsförordning|1182\/71|\bEDPB\b|European|Europeisk|\bEEA\b|\bEES\b|Art(icle|ikel) 77/;

/** What the invented controller itself says of its transfers. */
const OWN_WORDS =
  /Uppgifterna behandlas bara inom EU och EES\.|The data is processed in the EU and EEA only\./g;

const ONE_OF_EACH = LAWS.filter(({ law }) => law !== "gdpr").flatMap(({ places: [place] }) =>
  place === undefined ? [] : [place.id],
);

describe.each(LANGUAGES)("every letter, mail, notice and reason in %s", (language) => {
  it.each(ONE_OF_EACH)("names no law of the Union under %s", (profile) => {
    const documents = documentsOf(profile, language);
    expect(documents.length).toBeGreaterThan(40);
    for (const text of documents) expect(UNION_LAW.exec(text.replace(OWN_WORDS, ""))?.[0] ?? null).toBeNull();
  });

  it("names it under the GDPR, so that the rule above can fail", () => {
    const named = documentsOf("gdpr-se", language).filter((text) =>
      UNION_LAW.test(text.replace(OWN_WORDS, "")),
    );
    expect(named.length).toBeGreaterThan(40);
  });

  it.each(PROFILE_IDS)("says where to complain under %s", (profile) => {
    const answer: Answer = { ...EMPTY, outcome: "granted", text: "Done." };
    const text = letterText(letterOf(answer, "access", language, { profile }));
    expect(text).toContain(AUTHORITY.name);
    expect(text).not.toMatch(/[{}]|undefined/);
  });
});

it("sends a British letter to the controller first, then to the Commissioner", () => {
  const text = letterText(
    letterOf({ ...EMPTY, outcome: "granted", text: "Done." }, "access", "en", { profile: "uk-gdpr-sct" }),
  );
  expect(text).toMatch(/complain to us first[\s\S]*section 164A[\s\S]*to the Commissioner/);
});

it.each([
  ["ch-fadp", "Federal Data Protection and Information Commissioner", "civil court"],
  ["us-va", "appeal", "Attorney General"],
  ["us-ca-ccpa", "California Privacy Protection Agency", "Attorney General"],
  ["ca-pipeda", "Privacy Commissioner of Canada", "Federal Court"],
  ["ca-qc-law25", "Commission d'accès à l'information", "Court of Québec"],
  ["br-lgpd", "ANPD", "court"],
])("a letter under %s names %s and %s", (profile, first, second) => {
  const text = letterText(
    letterOf({ ...EMPTY, outcome: "granted", text: "Done." }, "access", "en", { profile }),
  );
  expect(text).toContain(first);
  expect(text).toContain(second);
});
