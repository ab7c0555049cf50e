import { article, compiled, type LetterLanguage, says } from "../cue";

const art = (number: string) => article(number, "article");

export const EN: LetterLanguage = {
  common:
    "the and of to you your my me that this with for please have has been not are was from which any all request data would will about what is it on in or as by",
  reserves: compiled(
    "(?:reserve the right|(?:about|of|have) (?:my|the|your) rights? to|existence of the right)",
  ),
  cues: {
    access: [
      says("request(?:ing)? (?:for )?access"),
      says("access to (?:(?:all|any|of|the|my|following|personal) )*(?:data|information)"),
      says("(?:a|the) copy of (?:(?:all|any|of|the|my|personal) )*(?:data|information|file|record)"),
      says("copies of (?:all )?(?:of )?my (?:personal )?(?:data|information|file|record)"),
      says("(?:what|which) (?:personal )?(?:data|information) .. (?:hold|have|store|process|keep|collect)"),
      says("(?:subject access request|dsar(?!\\w)|sar(?!\\w))"),
      art("15"),
    ],
    rectification: [
      says("(?:request|ask|want)\\w* .. (?:rectification|correction) of"),
      says("(?:rectify|correct) (?:my|the|this|these|it|following)"),
      says(
        "(?:name|address|data|information|details|birth) .. (?:is|are) (?:wrong|incorrect|inaccurate|outdated)",
      ),
      art("16"),
    ],
    erasure: [
      says("(?:request|ask|demand|want)\\w* .. (?:erasure|deletion|removal) of"),
      says("(?:erase|delete) (?:(?:all|any|of|the|my|following|personal|this|everything) ?)+"),
      says("remove (?:all )?(?:of )?my (?:data|account|information|details)"),
      says("right to be forgotten"),
      art("17"),
    ],
    restriction: [
      says("restrict(?:ion of)? (?:the |your |any )?(?:processing|use)"),
      says("(?:stop|pause) using my data .. (?:until|while|pending)"),
      art("18"),
    ],
    portability: [
      says("structured, commonly used"),
      says("data portability|machine-readable"),
      says("(?:transfer|transmit|move|port) my data .. (?:to another|to a new|directly)"),
      art("20"),
    ],
    objection: [
      says(
        "i (?:am )?(?:hereby |also |therefore |strongly )*object(?:ing)?(?!~{0,160}marketing) .. (?:process|use|using|shar|disclos|pass)",
      ),
      says("art(?:icle|\\.)? ?21\\(1\\)", 0.5),
    ],
    marketing_objection: [
      says("object\\w* .. (?:direct )?marketing"),
      says(
        "(?:stop|do not|don't|no longer) .. (?:marketing|newsletters?|adverts?|advertis\\w+|promotion\\w*)",
      ),
      says("(?:unsubscribe|opt out|remove me from) .. (?:marketing|newsletter|mailing|list|emails)"),
      says("art(?:icle|\\.)? ?21\\(2\\)", 0.5),
    ],
    consent_withdrawal: [
      says("(?:withdraw|revok)\\w* .. consent"),
      says("take back my consent|no longer consent"),
    ],
    automated_decision_review: [
      says("human (?:intervention|review|being)"),
      says("(?:reviewed|looked at|checked|decided) (?:again )?by a (?:human|person|real)"),
      says("(?:contest|challenge|appeal) .. (?:automat\\w+ )?decision"),
    ],
    complaint: [
      says("(?:lodg|fil|submit|mak)\\w* (?:a|this|my) (?:formal )?complaint"),
      says("(?:i (?:want|wish|would like) to complain|i am complaining|this is a complaint)"),
      says("not (?:yet )?(?:received|had|got(?:ten)?) .. (?:answer|reply|response)", 0.5),
      says("contacting you again|writing (?:to you )?again", 0.5),
      says("(?:admonition|reminder)", 0.5),
      says("(?:period|deadline|time limit) .. (?:exceeded|passed|expired)", 0.5),
    ],
  },
};
