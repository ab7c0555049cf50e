import { article, compiled, type LetterLanguage, says } from "../cue";

const art = (number: string) => article(number, "artikel");

export const DE: LetterLanguage = {
  common:
    "und ich die der das den dem ist nicht sie mich mir mein meine meiner meinen zu von mit bitte ihnen auf für eine einen oder bei wurde habe hiermit daten gemäß über dass",
  reserves: compiled("(?:behalte ich mir|werde ich mich .. beschweren|nach meinem recht auf|mein recht auf)"),
  cues: {
    access: [
      says("(?:um|auf|erbitte) (?:eine )?(?:vollständige )?auskunft(?!ei)"),
      says("auskunft (?:gemäß|nach|über|zu|gem\\.)"),
      says("(?:auskunftsersuchen|selbstauskunft|datenauskunft|auskunftsantrag|auskunftsanfrage)"),
      says("kopie .. (?:personenbezogene[nr]? )?daten"),
      says("welche (?:personenbezogenen? )?daten .. (?:gespeichert|verarbeite|speicher|haben|über mich)"),
      art("15"),
    ],
    rectification: [
      says("(?:antrag auf|um|verlange|beantrage) (?:die )?(?:berichtigung|vervollständigung|korrektur)"),
      says("(?:berichtigen|korrigieren|vervollständigen) sie"),
      says("(?:unrichtig|falsch|fehlerhaft|veraltet)\\w* .. (?:berichtig|korrig|änder)"),
      art("16"),
    ],
    erasure: [
      says("(?:antrag auf|verlange|fordere|beantrage|bitte um) .. löschung"),
      says("(?:löschen sie|bitte .. (?:zu )?löschen|gelöscht werden|zu löschen)"),
      says("recht auf vergessen(?:werden)?"),
      art("17"),
    ],
    restriction: [
      says("verarbeitung .. (?:einzuschränken|einschränken|beschränken)"),
      says("(?:verlange|beantrage|fordere|antrag auf|bitte um) .. (?:einschränkung|beschränkung|sperrung)"),
      says("schränken sie .. verarbeitung"),
      art("18"),
    ],
    portability: [
      says("strukturierten, gängigen"),
      says("datenübertragbarkeit|datenportabilität"),
      says("(?:maschinenlesbar\\w*) (?:format|form)"),
      says("(?:übertragen|übermitteln) sie .. (?:an einen anderen|an meinen neuen)"),
      art("20"),
    ],
    objection: [
      says("(?:lege|erhebe) (?:ich )?(?!~{0,160}(?:werb|marketing))~{0,120}widerspruch"),
      says(
        "widersprech\\w* (?:ich )?(?!~{0,160}(?:werb|marketing))~{0,60}(?:verarbeitung|nutzung|verwendung|weitergabe)",
      ),
      says("art\\.? 21 abs\\. 1(?!\\d)", 0.5),
    ],
    marketing_objection: [
      says("(?:widerspruch|widersprech\\w*) .. (?:direktwerbung|werb\\w+|direktmarketing|marketing)"),
      says("keine (?:weitere )?(?:werbung|newsletter|werbemails|werbebriefe|werbeanrufe)"),
      says("(?:newsletter|werbeverteiler|werbung) .. (?:abmelden|abbestellen|austragen|einstellen)"),
      says("art\\.? 21 abs\\. 2(?!\\d)", 0.5),
    ],
    consent_withdrawal: [
      says("widerrufe (?:ich )?(?:diese|die|meine|hiermit|jede)"),
      says("einwilligung .. widerruf"),
      says("(?:ziehe|nehme) .. (?:einwilligung|zustimmung) .. zurück"),
    ],
    automated_decision_review: [
      says("eingreifen einer person|menschlich\\w+ (?:überprüfung|prüfung|eingreifen)"),
      says("(?:von|durch) eine[mnr] (?:menschen|person|mitarbeiter\\w*) .. (?:überprüf|prüf)"),
      says("automatisiert\\w* .. entscheidung .. (?:anfecht|überprüf|nicht (?:unterworfen|einverstanden))"),
    ],
    complaint: [
      says("beschwerde (?:gemäß|nach|ein(?:reichen|legen)|im sinne)"),
      says("(?:reiche|lege|erhebe) .. beschwerde"),
      says("(?:beschwere ich mich|möchte mich .. beschweren)"),
      says("(?:keine|ohne) (?:antwort|rückmeldung|reaktion)", 0.5),
      says("mahnung", 0.5),
      says("(?:wende ich mich|wende mich|kontaktiere ich sie|melde ich mich) .. erneut", 0.5),
      says("erneut an sie", 0.5),
      says("frist .. (?:überschritten|verstrichen|abgelaufen)", 0.5),
    ],
  },
};
