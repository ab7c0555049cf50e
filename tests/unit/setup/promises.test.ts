/** The table of promises in docs/law.md: every row of the five policies, and nothing in it that is not there. */
import { existsSync, readFileSync } from "node:fs";

/** Rows of each policy, as they were read. */
const ROWS = { "000": 12, "001": 16, "002": 14, "003": 15, "004": 16 } as const;

const JOURNEY = "tests/journeys/policies.test.ts";
const law = readFileSync("docs/law.md", "utf8");
const section = law.slice(law.indexOf("## Promises of real policies")).split(/\n## /)[0] ?? "";
const journey = readFileSync(JOURNEY, "utf8");

type Row = { readonly number: number; readonly keptBy: string };

function rowsOf(policy: string): readonly Row[] {
  const part = section.split(`### Policy ${policy}:`)[1]?.split("\n### ")[0] ?? "";
  return [...part.matchAll(/^\| (\d+) \| [^|]+ \| ([^|]+) \|$/gm)].map(([, number, keptBy]) => ({
    number: Number(number),
    keptBy: keptBy ?? "",
  }));
}

/** The rows that the journey of a policy says it exercises. */
function exercised(policy: string): readonly number[] {
  const body = journey.split(`test("policy ${policy}:`)[1]?.split('\ntest("')[0] ?? "";
  const said = [...body.matchAll(/^ *\/\/ ([\d, ]+):/gm)].flatMap(([, list]) => (list ?? "").split(","));
  return said.map(Number);
}

function isPage(path: string): boolean {
  return ["app/(public)", "app/(staff)"].some((group) => existsSync(`${group}${path}/page.tsx`));
}

test.each(Object.entries(ROWS))(
  "policy %s has its %d rows, and each is kept by something",
  (policy, count) => {
    const rows = rowsOf(policy);
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: count }, (_, at) => at + 1));
    const kept = rows.map(({ keptBy }) => [...keptBy.matchAll(/`([^`]+)`/g)].map(([, what]) => what ?? ""));
    expect(kept.filter((each) => each.length === 0)).toEqual([]);
    const missing = kept
      .flat()
      .filter((what) => (what.startsWith("tests/") ? !existsSync(what) : !isPage(what)));
    expect(missing).toEqual([]);
  },
);

test.each(Object.keys(ROWS))("the journey of policy %s exercises the rows that name it", (policy) => {
  const named = rowsOf(policy).filter(({ keptBy }) => keptBy.includes(JOURNEY));
  expect(named.length).toBeGreaterThan(3);
  const silent = named.filter(({ number }) => !exercised(policy).includes(number));
  expect(silent.map(({ number }) => number)).toEqual([]);
});
