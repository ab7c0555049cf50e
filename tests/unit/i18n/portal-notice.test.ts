import { LANGUAGES } from "@/lib/domain/kernel/language";
import { portalNotice } from "@/lib/i18n/legal/portal-notice";
import { AUTHORITY, SETTINGS } from "../emails/invented";

const REQUIRED = {
  sv: [
    "Norrsken Handel AB",
    "dataskydd@norrsken.example",
    "ombud@norrsken.example",
    "Integritetsskyddsmyndigheten (IMY)",
    "artikel 6.1 c",
    "Vilka som får del av uppgifterna",
    "EU och EES",
    "Hur länge vi sparar",
    "rättade eller raderade",
    "klaga hos en tillsynsmyndighet",
    "frivilligt",
    "fattas automatiskt",
    "gratis",
  ],
  en: [
    "Norrsken Handel AB",
    "dataskydd@norrsken.example",
    "ombud@norrsken.example",
    "Integritetsskyddsmyndigheten (IMY)",
    "Article 6(1)(c)",
    "Who gets to see the data",
    "EU and EEA",
    "How long we keep it",
    "corrected or erased",
    "complain to a supervisory authority",
    "up to you",
    "made automatically",
    "free of charge",
  ],
} as const;

test.each(LANGUAGES)("has every part of Art. 13 in %s", (language) => {
  const all = JSON.stringify(portalNotice(SETTINGS, AUTHORITY, language));
  for (const part of REQUIRED[language]) expect(all).toContain(part);
});

test("leaves out a data protection officer that is not there", () => {
  const all = JSON.stringify(portalNotice({ ...SETTINGS, dpo: null }, AUTHORITY, "en"));
  expect(all).not.toContain('"Data protection officer"');
});
