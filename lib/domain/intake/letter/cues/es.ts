import { article, compiled, type LetterLanguage, says } from "../cue";

const art = (number: string) => article(number, "art[ií]culo");

export const ES: LetterLanguage = {
  common:
    "de la el los las que y en por con mis mi datos para una un del se no su es como favor me personales según cualquier esta información solicito al más sus",
  reserves: compiled("(?:me reservo el derecho|existencia del derecho|mi derecho a)"),
  cues: {
    access: [
      says("(?:solicit|pid|ejer|requier)\\w* .. acceso"),
      says("acceso a (?:(?:todos?|la|los|mis|siguiente) )*(?:información|datos)"),
      says("copia de (?:(?:todos?|los|mis) )*datos"),
      says("(?:qué|cuáles) datos .. (?:tien|guard|trat|conserv|almacen)"),
      art("15"),
    ],
    rectification: [
      says("(?:solicit|pid|ejer|requier)\\w* .. rectificación"),
      says("(?:rectifi(?:quen|cad|car)|corri(?:jan|ge|gen)|corregir)"),
      says("datos .. (?:erróneos|incorrectos|inexactos|equivocados)", 0.5),
      art("16"),
    ],
    erasure: [
      says("(?:solicit|pid|ejer|requier)\\w* .. (?:eliminación|supresión|borrado)"),
      says("(?:eliminad|eliminen|borren|borrad|supriman|eliminar|borrar) .. (?:datos|información|cuenta)"),
      says("derecho al olvido"),
      art("17"),
    ],
    restriction: [
      says("(?:restrinja|restrinjan|limiten|limite|limitar) .. (?:procesamiento|tratamiento|uso)"),
      says("(?:limitación|restricción) del? (?:tratamiento|procesamiento)"),
      art("18"),
    ],
    portability: [says("formato estructurado"), says("portabilidad"), art("20")],
    objection: [
      says(
        "(?:me opongo|estoy objetando|objeto) (?!~{0,200}(?:marketing|publicidad|mercadotecnia))~{0,80}(?:procesamiento|tratamiento|uso|cesión)",
      ),
      says("art[ií]culo ?21 ?\\(1\\)", 0.5),
    ],
    marketing_objection: [
      says("(?:me opongo|oposición|objetando|objeto) .. (?:marketing|publicidad|mercadotecnia|publicitari)"),
      says("(?:dejen de|no (?:quiero|deseo)) .. (?:publicidad|boletín|comercial|marketing)"),
      says("art[ií]culo ?21 ?\\(2\\)", 0.5),
    ],
    consent_withdrawal: [says("(?:retir|revoc)\\w* .. (?:consentimiento|consentiemiento)")],
    automated_decision_review: [
      says("intervención humana|revisión humana|revisad\\w por una persona"),
      says("impugn\\w+ .. decisión"),
    ],
    complaint: [
      says("(?:present|interpon|formul)\\w* .. (?:queja|reclamación)"),
      says("(?:quiero|deseo) (?:quejarme|reclamar)"),
      says("no he recibido .. (?:resp?uesta|contestación)", 0.5),
      says("(?:contactando|escribo|dirijo) .. (?:de )?nuevo", 0.5),
      says("(?:amonestación|recordatorio)", 0.5),
      says("(?:período|plazo) .. (?:excedido|vencido|superado|expirado)", 0.5),
    ],
  },
};
