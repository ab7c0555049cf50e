import { createHash } from "node:crypto";
import { canonicalJson } from "@/lib/domain/audit/canonical";
import { CHAIN_START, nextLine } from "@/lib/domain/audit/verify-chain";

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
const CHAIN = "11111111-1111-4111-8111-111111111111";

function aLog(length: number, chain = CHAIN): string[] {
  const lines: string[] = [];
  for (let seq = 0; seq < length; seq++) {
    lines.push(
      canonicalJson({
        actor: "system",
        at: `2026-03-01T10:00:0${seq}.000Z`,
        chain,
        facts: { kind: "receipt", n: seq },
        prev: seq === 0 ? "0".repeat(64) : sha256(lines[seq - 1] as string),
        request: null,
        seq,
        subject: null,
        type: "notice.accepted",
      }),
    );
  }
  return lines;
}

/** "ok", or the first bad line and what is wrong with it. */
function verdict(lines: readonly string[], kept = new Map<number, string>()): string {
  let state = CHAIN_START;
  for (const line of lines) {
    const checked = nextLine(state, line, sha256, kept.get(state.nextSeq));
    if (!checked.ok) return `${state.nextSeq} ${checked.refusal}`;
    state = checked.value;
  }
  return "ok";
}

function without(name: string, text: string): string {
  const entries = Object.entries(JSON.parse(text)).filter(([key]) => key !== name);
  return canonicalJson(Object.fromEntries(entries));
}

const LOG = aLog(6);
const line = (seq: number) => LOG[seq] as string;
const replaced = (seq: number, text: string) => LOG.map((each, at) => (at === seq ? text : each));

test("a log as it was written", () => {
  expect(verdict(LOG)).toBe("ok");
});

test.each([
  ["a field edited", replaced(2, line(2).replace("receipt", "question")), "3 wrong_previous"],
  ["a line left out", LOG.filter((_, at) => at !== 2), "2 wrong_sequence"],
  ["two lines swapped", [line(0), line(2), line(1), ...LOG.slice(3)], "1 wrong_sequence"],
  ["a line repeated", [line(0), line(0), ...LOG.slice(1)], "1 wrong_sequence"],
  ["the beginning cut off", LOG.slice(1), "0 wrong_sequence"],
  ["a space added", replaced(3, line(3).replace(":", ": ")), "3 not_canonical"],
  ["a key twice", replaced(3, line(3).replace('{"actor"', '{"actor":"setup","actor"')), "3 not_canonical"],
  [
    "keys in another order",
    replaced(3, JSON.stringify({ type: "x", ...JSON.parse(line(3)) })),
    "3 not_canonical",
  ],
  ["a field more", replaced(3, canonicalJson({ ...JSON.parse(line(3)), more: 1 })), "3 wrong_fields"],
  ["a field less", replaced(3, without("type", line(3))), "3 wrong_fields"],
  ["no JSON", replaced(3, "{"), "3 not_json"],
  ["a list", replaced(3, "[]"), "3 not_json"],
  ["a line of another log", [line(0), aLog(2, CHAIN.replaceAll("1", "2"))[1] as string], "1 wrong_previous"],
])("%s is found, at its line", (_, lines, expected) => {
  expect(verdict(lines)).toBe(expected);
});

test("a log written anew as a whole is found by one kept hash, and by nothing else", () => {
  const forged = aLog(6).map((each) => each.replace("receipt", "question"));
  const rewritten: string[] = [];
  for (const [seq, each] of forged.entries()) {
    const prev = seq === 0 ? "0".repeat(64) : sha256(rewritten[seq - 1] as string);
    rewritten.push(canonicalJson({ ...JSON.parse(each), prev }));
  }
  expect(verdict(rewritten)).toBe("ok");
  expect(verdict(rewritten, new Map([[3, sha256(line(3))]]))).toBe("3 not_the_kept_line");
  expect(verdict(LOG, new Map([[3, sha256(line(3))]]))).toBe("ok");
});

test("another chain's lines and a clock that runs back are found even when the hashes fit", () => {
  const follow = (change: object) =>
    canonicalJson({ ...JSON.parse(line(1)), ...change, prev: sha256(line(0)) });
  expect(verdict([line(0), follow({ chain: "x" })])).toBe("1 other_chain");
  expect(verdict([line(0), follow({ at: "2026-02-28T10:00:00.000Z" })])).toBe("1 time_runs_back");
});
