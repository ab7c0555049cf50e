import { LANGUAGES } from "@/lib/domain/kernel/language";
import { PROFILE_IDS } from "@/lib/domain/law/profile";
import { CATALOGUE, NAMESPACES, type Namespace } from "@/lib/i18n/catalogue";
import { flatMessages } from "@/lib/i18n/flat-messages";
import { messagesUnder, translatorUnder } from "@/lib/i18n/law-words";
import { icuArguments } from "./icu-arguments";

/** Law of the Union, its borders and its courts, and an article of no law at all; the law's own name in a list is none. */
const UNION =
  /GDPR|General Data Protection|[Dd]ataskyddsförordning|1182\/71|\bEDPB\b|\bEEA\b|\bEES\b|\bEU\b|\bC-\d+\/\d\d|\bArt(?:\.|icles?) \d|\bartik(?:el|larna) \d|\d\(\d\)|\b\d\d?\.\d [a-j]\b|live or work|bor eller arbetar/;
const NAMES_OF_LAWS = new Set(["law.name.gdpr"]);

/** One profile of each law whose words differ. */
const OTHERS = [
  "uk-gdpr-eng",
  "ch-fadp",
  "us-va",
  "us-ut",
  "us-ca-ccpa",
  "ca-pipeda",
  "ca-qc-law25",
  "za-paia",
];

function naming(profile: string, language: "sv" | "en", namespace: Namespace): readonly string[] {
  return Object.entries(flatMessages(messagesUnder(profile, language, namespace)))
    .filter(([key, text]) => !NAMES_OF_LAWS.has(`${namespace}.${key}`) && UNION.test(text))
    .map(([key, text]) => `${key}: ${text}`);
}

describe.each(LANGUAGES)("the messages in %s", (language) => {
  test.each(OTHERS)("name no law of the Union under %s", (profile) => {
    for (const namespace of NAMESPACES) expect(naming(profile, language, namespace)).toEqual([]);
  });

  test("do name it under the GDPR, so that the rule above can fail", () => {
    expect(NAMESPACES.flatMap((namespace) => naming("gdpr-se", language, namespace)).length).toBeGreaterThan(
      60,
    );
  });

  test.each(Object.keys(CATALOGUE[language].elsewhere))(
    "of %s stand instead of messages that there are",
    (folder) => {
      const folders = new Set(
        PROFILE_IDS.flatMap((id) => id.split("-").map((_, at, all) => all.slice(0, at + 1).join("-"))),
      );
      expect(folder === "general" || folders.has(folder)).toBe(true);
      for (const [path, text] of Object.entries(
        flatMessages(CATALOGUE[language].elsewhere[folder] as object as never),
      )) {
        const [namespace = "", ...key] = path.split(".");
        const instead = flatMessages(CATALOGUE[language][namespace as Namespace])[key.join(".")];
        expect([path, typeof instead]).toEqual([path, "string"]);
        const known = icuArguments(instead ?? "").map(({ name }) => name);
        const unknown = icuArguments(text).filter(({ name }) => !known.includes(name) && name !== "name");
        expect([path, unknown]).toEqual([path, []]);
      }
    },
  );
});

test("a law's own words go before those of its country, and those before the general ones", () => {
  const say = (profile: string) => translatorUnder(profile, "en", "letter")("heading.authority");
  expect(["gdpr-se", "us-va", "us-ca-ccpa", "us-ut", "ca-pipeda", "uk-gdpr-sct"].map(say)).toEqual([
    "Complain to the supervisory authority",
    "Appeal, and the Attorney General",
    ...["Complain", "Complain", "Complain"],
    "Complain to us, then to the Commissioner",
  ]);
});

test("what somebody wrote in brackets stays", () => {
  const say = translatorUnder("us-va", "en", "findings");
  expect(say("transmission.controller", { receiver: "A (Article 5) Ltd" })).toBe(
    "We send the data straight to A (Article 5) Ltd.",
  );
});
