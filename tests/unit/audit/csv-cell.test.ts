import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { safeCell } from "@/lib/domain/audit/csv-cell";

/** As a spreadsheet looks at a cell: what is there after spaces and control characters. */
function firstVisible(cell: string): string {
  return [...cell.replace(/^[\s\p{C}\p{Z}]*/u, "")][0] ?? "";
}

const BEGINS_FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

const LEADS = ["", " ", "\u00A0", "\t", "\r", "\n", "\r\n", "\0", "\u200B", "\uFEFF", " \t\n "];

describe("a cell that could begin a formula", () => {
  it.each(
    LEADS.flatMap((lead) => [...BEGINS_FORMULA].map((trigger) => [JSON.stringify(lead), trigger, lead])),
  )("after %s, %s is text", (_, trigger, lead) => {
    const cell = safeCell(`${lead}${trigger}HYPERLINK("http://evil")`);
    for (const part of cell.split(/\r\n|\r|\n/))
      expect(BEGINS_FORMULA).not.toContain(firstVisible(part) || "x");
  });

  it("also in a later line of the cell", () => {
    expect(safeCell("note\n=1+1")).toBe("note\n'=1+1");
  });

  it("also as a number", () => {
    expect(safeCell(-3)).toBe("'-3");
  });
});

test.each([
  ["Åsa", "Åsa"],
  ["2026-11-23", "2026-11-23"],
  ["a=1", "a=1"],
  [7, "7"],
  [true, "yes"],
  [false, "no"],
  [null, ""],
])("an ordinary cell stays as it is: %p", (value, cell) => {
  expect(safeCell(value)).toBe(cell);
});

test("whatever the text, no line of the cell begins a formula, and the text is all there", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const cell = safeCell(text);
      for (const part of cell.split(/\r\n|\r|\n/)) {
        const first = firstVisible(part);
        expect(first !== "" && BEGINS_FORMULA.includes(first)).toBe(false);
      }
      expect(cell.replaceAll("'", "")).toBe(text.replaceAll("'", ""));
    }),
    { numRuns: 2_000 },
  );
});

test("quoting cannot be broken out of: a row has as many cells as were put in", () => {
  const cells = ['a","=1', "a;=1", "lone\rbreak", 'quote " and\nbreak', "plain"].map(safeCell);
  const csv = stringify([cells], { record_delimiter: "windows", quoted_match: /[\r\n]/ });
  expect(csv.endsWith("\r\n")).toBe(true);
  expect(parseOneRecord(csv)).toEqual(cells);
});

/** RFC 4180, written apart from the library that made the text. */
function parseOneRecord(csv: string): string[] {
  const cells = [""];
  let quoted = false;
  const text = csv.slice(0, -2);
  for (let at = 0; at < text.length; at++) {
    const character = text[at] as string;
    const last = cells.length - 1;
    if (quoted && character === '"' && text[at + 1] === '"') {
      cells[last] += '"';
      at++;
    } else if (character === '"') quoted = !quoted;
    else if (character === "," && !quoted) cells.push("");
    else cells[last] += character;
  }
  return cells;
}
