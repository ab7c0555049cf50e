import { article, compiled, type LetterLanguage, says } from "../cue";

const art = (number: string) => article(number, "(?:artikel|artikkel|artikla)");

/** The other languages of the north, in their plainest phrases. */
export const DA: LetterLanguage = {
  common:
    "og jeg at det i er af til på en som mig mine min ikke med for har den om vil jer hvad hvilke oplysninger venligst kan eller hermed fra bliver blive",
  reserves: compiled("forbeholder jeg mig"),
  cues: {
    access: [
      says("(?:anmoder|beder|ønsker) .. indsigt"),
      says("aktindsigt|kopi af (?:alle )?(?:mine|de) (?:person)?oplysninger"),
      says("hvilke (?:person)?oplysninger .. (?:har|behandler|opbevarer)"),
      art("15"),
    ],
    rectification: [
      says("(?:ret|berigtig|korriger)\\p{L}* (?:mine|følgende|de)"),
      says("(?:anmoder|beder|ønsker) .. (?:berigtigelse|rettelse)"),
      art("16"),
    ],
    erasure: [
      says("(?:slet|slette) (?:alle )?(?:mine|mig|min)"),
      says("(?:anmoder|beder|ønsker) .. (?:sletning|slettet)"),
      art("17"),
    ],
    restriction: [says("begræns\\p{L}* .. behandling"), art("18")],
    portability: [says("dataportabilitet|maskinlæsbar"), art("20")],
    objection: [says("gør .. indsigelse(?!~{0,120}markedsføring)"), art("21")],
    marketing_objection: [
      says("(?:indsigelse|nej tak|frabeder|ikke) .. (?:markedsføring|reklame\\p{L}*|nyhedsbreve?)"),
    ],
    consent_withdrawal: [says("(?:trækker|tilbagekalder) .. samtykke")],
    automated_decision_review: [says("menneskelig (?:indgriben|vurdering|gennemgang)")],
    complaint: [
      says("(?:indgiver|sender|vil) .. klag(?:e|er)(?! til datatilsynet)"),
      says("ikke (?:fået|modtaget) .. svar", 0.5),
      says("(?:rykker|påmindelse)", 0.5),
    ],
  },
};

export const NB: LetterLanguage = {
  common:
    "og jeg at det i er av til på en som meg mine min ikke med for har den om vil dere hva hvilke opplysninger vennligst kan eller herved fra blir å bli",
  reserves: compiled("forbeholder jeg meg"),
  cues: {
    access: [
      says("(?:ber|ønsker|krever) .. innsyn"),
      says("kopi av (?:alle )?(?:mine|de) (?:person)?opplysninger"),
      says("hvilke (?:person)?opplysninger .. (?:har|behandler|lagrer)"),
      art("15"),
    ],
    rectification: [
      says("(?:rett|korriger)\\p{L}* (?:mine|følgende|de)"),
      says("(?:ber|ønsker|krever) .. retting"),
      art("16"),
    ],
    erasure: [
      says("(?:slett|slette) (?:alle )?(?:mine|meg|min)"),
      says("(?:ber|ønsker|krever) .. (?:sletting|slettet)"),
      art("17"),
    ],
    restriction: [says("begrens\\p{L}* .. behandling"), art("18")],
    portability: [says("dataportabilitet|maskinlesbar"), art("20")],
    objection: [says("(?:protesterer|innvender)(?!~{0,120}markedsføring)"), art("21")],
    marketing_objection: [
      says("(?:protesterer|reserverer meg|nei takk|ikke) .. (?:markedsføring|reklame|nyhetsbrev)"),
    ],
    consent_withdrawal: [says("trekker .. samtykke")],
    automated_decision_review: [says("menneskelig (?:inngripen|vurdering|gjennomgang)")],
    complaint: [
      says("(?:sender|vil) .. klage(?! til datatilsynet)"),
      says("ikke (?:fått|mottatt) .. svar", 0.5),
      says("(?:purring|påminnelse)", 0.5),
    ],
  },
};

export const FI: LetterLanguage = {
  common:
    "ja on että ei minun minua joka mitä ovat tietoni tiedot tietoja pyydän teidän mukaisesti sekä olen tai kaikki jos en hyvä tämä mukaan artiklan",
  reserves: compiled("pidätän oikeuden"),
  cues: {
    access: [
      says("(?:pyydän|haluan) .. (?:pääsyä|kopion|kopiota|tarkastaa|jäljennö\\p{L}*)"),
      says("mitä (?:henkilö)?tietoja .. (?:käsittel|minusta|teillä)"),
      says("tarkastusoikeu\\p{L}*"),
      says("15 artikla", 0.5),
    ],
    rectification: [says("(?:oikaise|korjat|korjaa)\\p{L}*"), says("16 artikla", 0.5)],
    erasure: [
      says("(?:poista|poistamaan|poistamista)\\p{L}* .. tie(?:to|do)\\p{L}*"),
      says("tietojeni poistamista|poistakaa"),
      says("17 artikla", 0.5),
    ],
    restriction: [
      says("rajoitta\\p{L}* .. käsittely\\p{L}*|käsittelyn rajoittamista"),
      says("18 artikla", 0.5),
    ],
    portability: [
      says("siirtää .. tie(?:to|do)\\p{L}* .. (?:toiselle|toiseen)|koneellisesti luettav\\p{L}*"),
      says("20 artikla", 0.5),
    ],
    objection: [says("vastustan(?!~{0,120}markkinoin) .. käsittely\\p{L}*")],
    marketing_objection: [
      says("(?:vastustan|kiellän|en halua) .. (?:suora)?markkinoin\\p{L}*|(?:mainoksia|uutiskirje\\p{L}*)"),
    ],
    consent_withdrawal: [says("(?:peruutan|perun) .. suostumu\\p{L}*")],
    automated_decision_review: [says("ihmisen (?:käsiteltäv|arvioitav|tarkistettav)\\p{L}*")],
    complaint: [
      says("(?:teen|jätän|haluan) .. (?:valituksen|valittaa|kantelun)"),
      says("en ole saanut .. vastausta", 0.5),
      says("muistut\\p{L}*", 0.5),
    ],
  },
};
