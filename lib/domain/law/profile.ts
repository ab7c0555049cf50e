import { GDPR_RULES, GDPR_RULES_VERSION, GDPR_STATES } from "@/lib/domain/law/profiles/gdpr";
import type { ClockRules } from "@/lib/domain/law/rules";

/** The rules of one law as they apply in one state or region of it. */
export type Profile = {
  /** "gdpr-se", "gdpr-fr-57"; lower case. */
  readonly id: string;
  readonly law: string;
  /** Version of the law's rules in this program. */
  readonly version: number;
  /** ISO 3166-1 code of the state, "FR". */
  readonly state: string;
  /** Whose calendar applies, "FR" or "FR-57". */
  readonly region: string;
  readonly rules: ClockRules;
};

const LAWS: readonly {
  readonly law: string;
  readonly version: number;
  readonly states: readonly string[];
  readonly rules: ClockRules;
}[] = [{ law: "gdpr", version: GDPR_RULES_VERSION, states: GDPR_STATES, rules: GDPR_RULES }];

const ID = /^([a-z]+)-([a-z]{2})((?:-[a-z0-9]{1,8}){0,2})$/;

/** Every profile of a whole state, in the order in which they are offered. */
export const PROFILE_IDS: readonly string[] = LAWS.flatMap(({ law, states }) =>
  states.map((state) => `${law}-${state.toLowerCase()}`),
);

/** Every state whose law is there, by ISO 3166-1 code. */
export const PROFILE_STATES: readonly string[] = [...new Set(LAWS.flatMap(({ states }) => states))];

/**
 * Finds a profile by its id, `law-state` or `law-state-region`, upper or lower case.
 * A region is not looked up here: whether its holidays are known, its calendar says.
 * @returns null for a law or state that is not there
 */
export function profileById(id: string): Profile | null {
  const [, law, state, region] = ID.exec(id.toLowerCase()) ?? [];
  const found = LAWS.find((entry) => entry.law === law);
  const code = state?.toUpperCase() ?? "";
  if (found === undefined || !found.states.includes(code)) return null;
  return {
    id: id.toLowerCase(),
    law: found.law,
    version: found.version,
    state: code,
    region: `${code}${region?.toUpperCase() ?? ""}`,
    rules: found.rules,
  };
}
