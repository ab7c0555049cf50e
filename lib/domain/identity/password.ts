import { COMMON_WORDS, RUNS } from "@/lib/domain/identity/common-passwords";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";

/** Shortest password in characters (NIST SP 800-63B-4 3.1.1.2: 15; OWASP ASVS 6.2.1). */
export const PASSWORD_MIN = 15;
/** Longest password in characters. All of them count: nothing is cut off. */
export const PASSWORD_MAX = 128;

/** Characters of a password's own that must be left, without common words, runs and repetitions. */
const OWN_CHARACTERS = 8;

/** Why a password is not taken; also the key of the sentence in the errors namespace. */
export type PasswordRefusal =
  | "passwordTooShort"
  | "passwordTooLong"
  | "passwordCommon"
  | "passwordCharacters";

const LOOKS_LIKE: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

/**
 * The form in which a password is hashed and compared: Unicode NFKC, so that the same keys typed on another machine
 * give the same password. Nothing is trimmed or cut.
 */
export function normalisePassword(typed: string): string {
  return typed.normalize("NFKC");
}

/**
 * Whether somebody may choose this password. Length is counted in characters (code points); spaces and any script are
 * fine; there are no rules about kinds of characters.
 * @param typed as typed
 * @param personal words tied to the account or the service (name, address, organisation), which do not count
 */
export function checkPassword(typed: string, personal: readonly string[]): Result<string, PasswordRefusal> {
  if (!typed.isWellFormed() || typed.includes("\u0000")) return refuse("passwordCharacters");
  const password = normalisePassword(typed);
  const length = [...password].length;
  if (length < PASSWORD_MIN) return refuse("passwordTooShort");
  if (length > PASSWORD_MAX) return refuse("passwordTooLong");
  if (ownCharacters(password, personal) < OWN_CHARACTERS) return refuse("passwordCommon");
  return ok(password);
}

/** How many characters are left when everything that a guesser tries first is taken out. */
function ownCharacters(password: string, personal: readonly string[]): number {
  const known = [...personal.flatMap(wordsOf), "habeas", ...COMMON_WORDS].sort((a, b) => b.length - a.length);
  const plain = password.toLowerCase();
  const counts = [plain, [...plain].map((c) => LOOKS_LIKE[c] ?? c).join("")].map((text) => {
    const withoutWords = known.reduce(
      (rest, word) => rest.replaceAll(word, "\n"),
      text.replace(/[\s._-]+/gu, ""),
    );
    const rest = withoutRuns(withoutWords.replaceAll("\n", ""));
    return [...shortestRepeated(rest).replace(/(.)\1+/gu, "$1")].length;
  });
  return Math.min(...counts);
}

/** The words of a name or an address that are long enough to matter. */
function wordsOf(text: string): string[] {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .split(/[\s@._-]+/u)
    .filter((word) => word.length >= 3);
}

/** Takes out runs of four or more neighbours ("abcd", "4321", "qwer"). */
function withoutRuns(text: string): string {
  const characters = [...text];
  const kept: string[] = [];
  for (let at = 0; at < characters.length; ) {
    const length = runLength(characters, at);
    if (length < 4) kept.push(characters[at] ?? "");
    at += length < 4 ? 1 : length;
  }
  return kept.join("");
}

function runLength(characters: readonly string[], from: number): number {
  let longest = 1;
  for (const run of RUNS.flatMap((row) => [row, [...row].reverse().join("")])) {
    let length = 1;
    while (
      from + length < characters.length &&
      run.includes(characters.slice(from, from + length + 1).join(""))
    ) {
      length += 1;
    }
    longest = Math.max(longest, length);
  }
  return longest;
}

/** "abab" -> "ab": a text that only repeats itself is worth one round of it. */
function shortestRepeated(text: string): string {
  for (let length = 1; length <= text.length / 2; length += 1) {
    const part = text.slice(0, length);
    if (part.repeat(Math.ceil(text.length / length)).startsWith(text)) return part;
  }
  return text;
}
