import { readdirSync } from "node:fs";
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
import { TO_REQUESTER } from "../mails";
import { everyLetter } from "./every-letter";
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
    ...LEGAL_NOTICES.flatMap((notice) => fixedBlocks(profile, notice, language, { controller: "x" })),
    ...portalNotice(settings, AUTHORITY, language),
  ];
  const mail = closedUnconfirmedMail({
    ...requesterMail(language, settings),
    sender: {
      settings,
      authority: AUTHORITY,
      portalNoticeUrl: "https://dsar.example/x/privacy",
      wordings: {},
    },
    reference: "7KQ2M-4TX9P-V",
    receivedOn: ON,
    closedOn: ON,
    startUrl: "https://dsar.example/x",
  });
  const letters = Object.values(everyLetter(profile, language)).flat();
  const mails = Object.values(TO_REQUESTER).map((make) => make(language, { profile, feeEnabled: true }));
  return [
    JSON.stringify(blocks),
    mailText(mail),
    ...[...letters, ...mails].map((document) => JSON.stringify(document)),
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
  /(?<!UK )GDPR|General Data Protection|[Dd]ataskyddsförordning|1182\/71|\bEDPB\b|European|Europeisk|\bEEA\b|\bEES\b|\bEU\b|Regulation \(E|\(recital|\(skäl \d|\bC-\d+\/\d\d/;

/** An article, which says nothing without its law: that has to stand beside it. */
const ARTICLE = /\b(?:Art(?:\.|icles?)|[Aa]rtik(?:el|larna)) \d[^"\n]{0,90}|(?<!section )\b\d\d?\(\d\)/g;
const LAW_OF_ARTICLES: Readonly<Record<string, RegExp>> = {
  uk: /UK GDPR/,
  ch: /FADP|DPO/,
  br: /LGPD/,
  tw: /PDPA|Personal Data Protection Act of Taiwan/,
  ca: /PIPEDA/,
};

/** The first thing in a text that is law of the Union, or an article of no law. */
function unionLawIn(text: string, profile: string): string | null {
  const said = text.replace(OWN_WORDS, "");
  const own = LAW_OF_ARTICLES[lawOf(profile)];
  const bare = [...said.matchAll(ARTICLE)].map(([article]) => article).find((article) => !own?.test(article));
  return UNION_LAW.exec(said)?.[0] ?? bare ?? null;
}

/** What the invented controller itself says of its transfers. */
const OWN_WORDS =
  /Uppgifterna behandlas bara inom EU och EES\.|The data is processed in the EU and EEA only\.|avtal \(artikel 6\.1 b\)|contract \(Article 6\(1\)\(b\)\)/g;

/** One profile of each law; the states of the United States that have no words of their own say the same. */
const ONE_OF_EACH = LAWS.filter(({ law }) => law !== "gdpr")
  .flatMap(({ places: [place] }) => (place === undefined ? [] : [place.id]))
  .filter((id) => !/^us-(?!va$|co-appeal$|ri$|ut$|ca-)/.test(id));

describe.each(LANGUAGES)("every letter, mail, notice and reason in %s", (language) => {
  it.each(ONE_OF_EACH)("names no law of the Union under %s", (profile) => {
    const documents = documentsOf(profile, language);
    expect(documents.length).toBeGreaterThan(40);
    for (const text of documents) {
      expect([unionLawIn(text, profile), text]).toEqual([null, text]);
      expect(
        /[{}]|undefined|null|NaN/.exec(text.startsWith("{") || text.startsWith("[") ? "" : text),
      ).toBeNull();
    }
  });

  it("names it under the GDPR, so that the rule above can fail", () => {
    const named = documentsOf("gdpr-se", language).filter((text) => unionLawIn(text, "gdpr-se") !== null);
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
  ["us-va", "We decide an appeal in writing, with reasons, within 60 days", "Attorney General"],
  ["us-co", "within 45 days", "Attorney General"],
  ["us-ut", "Division of Consumer Protection", "Attorney General of Utah"],
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

/** What law.md section 3 marks as required by one law, in the notice that owes it. */
it.each<[string, string, string, RegExp]>([
  ["a fee notice", "ch-fadp", "fee-letter", /at most [^(]*300/],
  ["a fee notice", "ch-fadp", "fee-letter", /the law takes your request as withdrawn/],
  ["a fee notice", "uk-gdpr-eng", "fee-letter", /does not begin before the fee is paid/],
  [
    "an extension",
    "ca-pipeda",
    "extension-letter",
    /New last day[\s\S]*Why[\s\S]*Privacy Commissioner of Canada/,
  ],
  ["an extension", "us-va", "extension-letter", /New last day[\s\S]*Why/],
  [
    "a request for identity",
    "us-ca-ccpa",
    "identity-letter",
    /runs on as before[\s\S]*California Privacy Protection Agency/,
  ],
  ["a receipt by post", "us-ca-ccpa", "receipt-by-post", /make sure that it is you[\s\S]*by the day above/],
])("%s under %s says in %s what that law wants", (_, profile, file, wanted) => {
  const documents = everyLetter(profile, "en")[file] ?? [];
  expect(documents.some((document) => wanted.test(JSON.stringify(document)))).toBe(true);
});

it("confirms receipt in California with the process, verification and the day of the answer", () => {
  const text = JSON.stringify(TO_REQUESTER.receipt?.("en", { profile: "us-ca-ccpa" }));
  expect(text).toMatch(
    /Answer by 7 April 2026[\s\S]*make sure that it is you who asks[\s\S]*To opt out you do not have to/,
  );
});

it("tries every letter that there is", () => {
  const apart = [
    "answer-facts",
    "answer-letter",
    "blocks",
    "closing",
    "findings",
    "letter-text",
    "ready-answer",
  ];
  const files = ["letters", "post"].flatMap((folder) => readdirSync(`emails/${folder}`));
  const names = files.filter((file) => file.endsWith(".ts")).map((file) => file.replace(".ts", ""));
  const tried = Object.keys(everyLetter("gdpr-se", "en")).filter((name) => name !== "forwarded");
  expect(names.filter((name) => !apart.includes(name)).sort()).toEqual(tried.sort());
});
