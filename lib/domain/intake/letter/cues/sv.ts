import { article, compiled, type LetterLanguage, says } from "../cue";

const art = (number: string) => article(number, "artikel");
const DATA =
  "(?:(?:alla|samtliga|mina|de|era|felaktiga|följande|personliga) )*(?:person)?(?:uppgifter|data|information)";

export const SV: LetterLanguage = {
  common:
    "och jag att ni är det som en på för av med till har mina mig inte den om er vill enligt min från ett ska kan vad min hos begär uppgifter härmed vänligen",
  reserves: compiled("(?:förbehåller jag mig|(?:om|till) (?:min|mina) rätt(?:en|igheter)? (?:till|att))"),
  cues: {
    access: [
      says("registerutdrag|utdrag (?:ur|av|med)"),
      says("(?:begär|vill ha|önskar|ansöker om|be om) .. (?:tillgång|utdrag)"),
      says(`tillgång till ${DATA}`),
      says(`kopi(?:a|or) (?:av|på) ${DATA}`),
      says("vilka (?:person)?uppgifter .. (?:har|sparar|behandlar|lagrar|finns)"),
      says("(?:vad|allt) ni (?:har|vet|sparat|sparar) .. om mig"),
      art("15"),
    ],
    rectification: [
      says("(?:begär|vill|önskar|kräver) .. (?:rättelse|rättad|rättade|rättas|korrigering|komplettering)"),
      says(`(?:rätta|korrigera|komplettera|ändra) ${DATA}`),
      says("(?:uppgift|adress|namn|personnummer|telefonnummer)\\p{L}* .. (?:är|blivit|har blivit) fel"),
      says("(?:felaktig|fel|gammal|inaktuell)\\p{L}* .. (?:rätta|ändra|korrigera)"),
      art("16"),
    ],
    erasure: [
      says(
        "(?:begär|vill|önskar|kräver) .. (?:radering|radera\\p{L}*|raderad\\p{L}*|borttag\\p{L}*|tas bort|tar bort)",
      ),
      says(`(?:radera|ta bort|ta bort|stryk) ${DATA}`),
      says("(?:radera|ta bort) (?:mig|mitt konto|allt)"),
      says("rätten? att bli (?:bortglömd|glömd)"),
      art("17"),
    ],
    restriction: [
      says("begräns\\p{L}* .. (?:behandling|användning)"),
      says("behandling\\p{L}* .. begräns"),
      art("18"),
    ],
    portability: [
      says("strukturerat, allmänt"),
      says("dataportabilitet|maskinläsbar"),
      says(
        "(?:flytta|överför|överföra|skicka) .. uppgifter .. (?:till (?:en|ett) (?:annan|annat|ny|nytt)|till min nya)",
      ),
      art("20"),
    ],
    objection: [
      says(
        "(?:invänder|motsätter mig|protesterar)(?!~{0,160}(?:marknadsföring|reklam)) .. (?:behandl|använd|lämna|sprid|mot)",
      ),
      says("artikel ?21[.](?:1)(?!\\d)", 0.5),
    ],
    marketing_objection: [
      says(
        "(?:invänd\\p{L}*|motsätter mig|tackar nej|säger nej|nej tack|slippa|spärra) .. (?:marknadsföring|reklam|utskick|nyhetsbrev)",
      ),
      says("(?:sluta|upphör|vill inte) .. (?:reklam|marknadsföring|nyhetsbrev|utskick|erbjudanden)"),
      says("(?:ingen|inga) .. (?:reklam|marknadsföring|nyhetsbrev)"),
    ],
    consent_withdrawal: [
      says("(?:återkallar|drar tillbaka|tar tillbaka) .. samtycke"),
      says("samtycke .. (?:återkalla|dra tillbaka|ta tillbaka|upphör)"),
    ],
    automated_decision_review: [
      says("mänsklig (?:granskning|prövning|inblandning|kontakt|bedömning)"),
      says("(?:prövas|granskas|ses över|bedömas|omprövas) .. av en (?:människa|person|handläggare)"),
      says("(?:en (?:människa|person|handläggare)) .. (?:prövar|granskar|ser över|tittar|bedömer)"),
      says("(?:bestrider|överklagar|ifrågasätter) .. beslut"),
    ],
    complaint: [
      says("(?:lämnar|framför|inger|skickar) .. klagomål"),
      says("(?:vill|måste) .. klaga(?! hos)"),
      says("(?:inget|inte) .. (?:fått|hört)", 0.5),
      says("fick jag inget svar", 0.5),
      says("(?:kontaktar|skriver till|hör av mig till) .. (?:igen|på nytt)", 0.5),
      says("(?:förmaning|påminnelse|påminner)", 0.5),
      says("(?:perioden|fristen|tiden|tidsfristen) .. (?:överskrid|gått ut|passerat)", 0.5),
    ],
  },
};
