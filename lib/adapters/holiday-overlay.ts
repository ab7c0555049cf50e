/** A day of the year by rule: a fixed month and day (in one year only, or in every), days from Easter Sunday, or a weekday on or after a month and day. */
export type DayRule =
  | { readonly on: string; readonly year?: number }
  | { readonly easter: number }
  | { readonly weekday: number; readonly onOrAfter: string };

/** How a state's list differs from the library's, and who says so. */
export type Overlay = {
  readonly remove: readonly DayRule[];
  readonly add: readonly DayRule[];
  readonly addByStatute: readonly DayRule[];
  /** By what the resulting list was checked; null where it was corrected but nobody checked it whole. */
  readonly checkedBy: string | null;
};

const THURSDAY = 4;
const FRIDAY = 5;
const CHRISTMAS_EVE: DayRule = { on: "12-24" };
const NEW_YEARS_EVE: DayRule = { on: "12-31" };
const MIDSUMMER_EVE: DayRule = { weekday: FRIDAY, onOrAfter: "06-19" };

const EEA_LIST =
  "lists of public holidays of the EEA EFTA states under Regulation 1182/71, OJ C 27/4 (2014) and C 455/9 (2014)";

/** Counts up with every change below; part of a calendar's version. */
export const OVERLAY_VERSION = 2;

/**
 * Corrections to date-holidays 3.37.0 (types `public`, whole days), a state or region per line.
 * What only some law of time treats like a holiday is kept apart: it moves a date under the policy `statutory` alone.
 */
export const OVERLAYS: Readonly<Record<string, Overlay>> = {
  // Lag (1930:173) om beräkning av lagstadgad tid 2 § puts three eves on a par with Sundays; lag (1989:253) does not list them.
  SE: {
    remove: [],
    add: [],
    addByStatute: [MIDSUMMER_EVE, CHRISTMAS_EVE, NEW_YEARS_EVE],
    checkedBy: "lag (1989:253) om allmänna helgdagar; lag (1930:173) 2 §",
  },
  // Laki säädettyjen määräaikain laskemisesta 150/1930 5 § names two eves and not New Year's Eve.
  FI: {
    remove: [],
    add: [],
    addByStatute: [MIDSUMMER_EVE, CHRISTMAS_EVE],
    checkedBy: "laki säädettyjen määräaikain laskemisesta 150/1930 5 §",
  },
  // Forældelsesloven § 27, stk. 2 speaks of limitation periods only; applied by analogy.
  DK: {
    remove: [],
    add: [],
    addByStatute: [{ on: "06-05" }, CHRISTMAS_EVE, NEW_YEARS_EVE],
    checkedBy:
      "the Nordic Council's list of Danish holidays (without Great Prayer Day from 2024); forældelsesloven § 27, stk. 2",
  },
  NO: { remove: [], add: [], addByStatute: [], checkedBy: EEA_LIST },
  // The two afternoons from 13:00 are half days and fall out by their length. The First Day of Summer is the
  // Thursday of 19 to 25 April; the library takes the 18th when that is a Thursday. Removing it must not
  // remove a Maundy Thursday, which is therefore added again.
  IS: {
    remove: [{ weekday: THURSDAY, onOrAfter: "04-18" }],
    add: [{ weekday: THURSDAY, onOrAfter: "04-19" }, { easter: -3 }],
    addByStatute: [],
    checkedBy: EEA_LIST,
  },
  LI: {
    // The bridge days after Ascension and Corpus Christi are not on the state's list.
    remove: [{ easter: 40 }, { easter: 61 }],
    add: [
      { on: "01-02" },
      { on: "02-02" },
      { easter: -47 },
      { on: "03-19" },
      { on: "08-15" },
      { on: "11-01" },
      NEW_YEARS_EVE,
    ],
    addByStatute: [],
    checkedBy: EEA_LIST,
  },
  // Algemene termijnenwet art. 3: 5 May every year; Good Friday only equated. Days named by royal decree are added by hand.
  NL: {
    remove: [],
    add: [{ on: "05-05" }],
    addByStatute: [{ easter: -2 }],
    checkedBy: "Algemene termijnenwet art. 3",
  },
  // The bank holiday of the World Cup, proclaimed for Scotland alone (announced 5 February 2026).
  "GB-SCT": {
    remove: [],
    add: [{ on: "06-15", year: 2026 }],
    addByStatute: [],
    checkedBy: null,
  },
  US: {
    remove: [],
    add: [],
    addByStatute: [],
    checkedBy: "5 U.S.C. 6103(a)-(b), as given by www.okwb.uscourts.gov/holidays",
  },
};

/**
 * Whose list a region takes. Business days in the laws of the United States are counted with the federal
 * holidays, not with a state's own; of the whole United Kingdom the days common to its four nations are left.
 */
export const LIST_OF: Readonly<Record<string, "state" | "common">> = { US: "state", GB: "common" };

/** States whose regions have lists that no rule of ours asks for: only the whole state is kept. */
export const WITHOUT_REGIONS: readonly string[] = ["US", "BR", "IN"];
