import { RIGHTS, type Right } from "@/lib/domain/kernel/right";
import type { Law, UnverifiedPart } from "@/lib/domain/law/law";
import {
  AUSTRALIA,
  INDIA,
  JAPAN,
  SINGAPORE,
  SOUTH_AFRICA,
  TAIWAN_PDPA,
} from "@/lib/domain/law/profiles/africa-asia-pacific";
import { BRAZIL, CANADA, QUEBEC_LAW_25 } from "@/lib/domain/law/profiles/americas";
import { CALIFORNIA, CALIFORNIA_OPT_OUT } from "@/lib/domain/law/profiles/california";
import { GDPR, GDPR_STATES } from "@/lib/domain/law/profiles/gdpr";
import { SWISS_FADP } from "@/lib/domain/law/profiles/switzerland";
import { UK_COMPLAINT, UK_GDPR } from "@/lib/domain/law/profiles/uk";
import { US_STATES } from "@/lib/domain/law/profiles/us-states";
import {
  chosenReadings,
  READINGS,
  type Reading,
  type Readings,
  underReadings,
} from "@/lib/domain/law/readings";
import type { ClockRules } from "@/lib/domain/law/rules";

/** The rules of one law as they apply in one state or region of it, under the readings of whoever uses it. */
export type Profile = {
  /** "gdpr-se", "gdpr-fr-57", "us-ca-ccpa"; lower case; readings behind semicolons: "gdpr-se;identity=restarts". */
  readonly id: string;
  /** Which law's texts and grounds apply: "gdpr", "uk", "us-ca". */
  readonly law: string;
  /** Version of the law's rules in this program. */
  readonly version: number;
  /** ISO 3166-1 code of the state, "FR". */
  readonly state: string;
  /** Whose calendar applies unless another is set, "FR" or "FR-57". */
  readonly region: string;
  /** The rights that can be asked for under it, in the order in which they are offered. */
  readonly rights: readonly Right[];
  readonly rules: ClockRules;
  /** The questions that this law leaves to a setting. */
  readonly open: readonly Reading[];
  /** What of it is from memory and no lawyer has checked. */
  readonly unverified: readonly UnverifiedPart[];
  readonly sources: readonly string[];
};

/** Every law that has a rule, in the order in which they are offered. */
export const LAWS: readonly Law[] = [
  GDPR,
  UK_GDPR,
  UK_COMPLAINT,
  SWISS_FADP,
  CALIFORNIA,
  CALIFORNIA_OPT_OUT,
  ...US_STATES,
  CANADA,
  QUEBEC_LAW_25,
  BRAZIL,
  SOUTH_AFRICA,
  AUSTRALIA,
  SINGAPORE,
  JAPAN,
  INDIA,
  TAIWAN_PDPA,
];

const BY_ID = new Map(LAWS.flatMap((law) => law.places.map((place) => [place.id, { law, place }] as const)));

/** Every profile of a whole state, in the order in which they are offered. */
export const PROFILE_IDS: readonly string[] = [...BY_ID.keys()];

/** Every state whose law is there, by ISO 3166-1 code. */
export const PROFILE_STATES: readonly string[] = [
  ...new Set(LAWS.flatMap(({ places }) => places.map(({ state }) => state))),
];

/** The states of the Union and the EEA have one law and a profile for each of their regions. */
const GDPR_REGION = /^gdpr-([a-z]{2})((?:-[a-z0-9]{1,8}){1,2})$/;

/**
 * Finds a profile by its id, upper or lower case: `gdpr-<state>`, `gdpr-<state>-<region>` or one of the list
 * above, with its readings behind semicolons. A region is not looked up here: whether its holidays are known,
 * its calendar says.
 * @returns null for a law, state or reading that is not there
 */
export function profileById(id: string): Profile | null {
  const lower = id.toLowerCase();
  return known.get(lower) ?? find(lower);
}

/** What can be asked for under a profile, in the order in which it is offered. */
export function rightsUnder(profileId: string): readonly Right[] {
  return profileById(profileId)?.rights ?? RIGHTS;
}

/** Whether somebody who was told no may appeal to the controller itself under a law (states of the United States). */
export function knowsAppeal(profileId: string): boolean {
  const profile = profileById(profileId);
  return profile?.law === "us" && profile.rules.rights.complaint.lastDay === "statutory";
}

/**
 * Whether a profile is a whole law, under which a controller can be: one that lets people ask for their data. The rules
 * of complaints, appeals or opt-outs alone are parts of one.
 */
export function isWholeLaw(profileId: string): boolean {
  return profileById(profileId)?.rights.includes("access") ?? false;
}

/** Whether an authority of some states is one of a law: of its own state, or of any that shares the GDPR. */
export function isAuthorityUnder(profileId: string, countries: readonly string[]): boolean {
  const profile = profileById(profileId);
  if (profile === null) return false;
  const states: readonly string[] = profile.law === "gdpr" ? GDPR_STATES : [profile.state];
  return countries.some((country) => states.includes(country));
}

/** Which law's texts and grounds a controller's letters take. */
export function lawOf(profileId: string): string {
  return profileById(profileId)?.law ?? "gdpr";
}

/**
 * What every controller here takes, whatever its law says: that marketing stops, that a consent is taken back, and a
 * complaint. To stop harms nobody, and who complains is heard (our choice).
 */
const ALWAYS_OFFERED: readonly Right[] = ["marketing_objection", "consent_withdrawal", "complaint"];

/** Rules are data and the same for every request, so a profile is built once. */
const known = new Map<string, Profile>();
const KNOWN_AT_MOST = 1000;

/** The profiles a controller can choose, in the order in which they are offered. */
export const WHOLE_LAW_IDS: readonly string[] = PROFILE_IDS.filter(isWholeLaw);

function find(id: string): Profile | null {
  const [base = "", ...pairs] = id.split(";");
  const found = BY_ID.get(base) ?? regionOf(base);
  if (found === null) return null;
  const { law, place } = found;
  const readings = readingsOf(pairs, law.open);
  if (readings === null) return null;
  const profile: Profile = {
    id,
    law: law.law,
    version: law.version,
    state: place.state,
    region: place.region,
    rights: RIGHTS.filter(
      (right) => law.gives === null || law.gives.includes(right) || ALWAYS_OFFERED.includes(right),
    ),
    rules: underReadings(law.rules, chosenReadings(readings, law.open)),
    open: law.open,
    unverified: law.unverified,
    sources: law.sources,
  };
  if (known.size < KNOWN_AT_MOST) known.set(id, profile);
  return profile;
}

function regionOf(base: string): { readonly law: Law; readonly place: Law["places"][number] } | null {
  const [, state = "", region = ""] = GDPR_REGION.exec(base) ?? [];
  const code = state.toUpperCase();
  if (!GDPR_STATES.some((each) => each === code)) return null;
  return { law: GDPR, place: { id: base, state: code, region: `${code}${region.toUpperCase()}` } };
}

function readingsOf(pairs: readonly string[], open: readonly Reading[]): Readings | null {
  const readings: Record<string, string> = {};
  for (const pair of pairs) {
    const [name = "", value = ""] = pair.split("=");
    const reading = open.find((each) => each.toLowerCase() === name);
    if (reading === undefined || READINGS[reading][1] !== value) return null;
    readings[reading] = value;
  }
  return readings as Readings;
}

/**
 * The id of a profile under readings, as it is stored with every date computed by it. Only what differs from
 * the default stands in it; what the law does not leave open is passed over.
 */
export function profileUnder(id: string, readings: Readings): string {
  const profile = profileById(id);
  if (profile === null) return id;
  return [
    profile.id.split(";")[0],
    ...chosenReadings(readings, profile.open).map((name) => `${name.toLowerCase()}=${READINGS[name][1]}`),
  ].join(";");
}
