import { readLetter } from "@/lib/domain/intake/letter/classify";
import { RIGHTS, type Right } from "@/lib/domain/kernel/right";
import { type LabelledLetter, labelledLetters, PLAIN_LETTERS } from "@/tests/support/letters";

/** Lower than what was measured when the rules stood, so that a change for the worse is seen. */
const FLOOR = 0.9;

type Text = Pick<LabelledLetter, "language" | "text" | "rights">;
type Counts = { hit: number; wrong: number; missed: number };

const LETTERS = labelledLetters();
const PARTS = ["written-with", "kept-aside"] as const;

function measured(letters: readonly Text[]) {
  const per = new Map<Right, Counts>(RIGHTS.map((right) => [right, { hit: 0, wrong: 0, missed: 0 }]));
  let languages = 0;
  for (const letter of letters) {
    const { language, proposals } = readLetter(letter.text);
    const proposed = proposals.map(({ right }) => right);
    if (language === letter.language) languages += 1;
    for (const right of RIGHTS) {
      const counts = per.get(right) as Counts;
      if (proposed.includes(right) && letter.rights.includes(right)) counts.hit += 1;
      if (proposed.includes(right) && !letter.rights.includes(right)) counts.wrong += 1;
      if (!proposed.includes(right) && letter.rights.includes(right)) counts.missed += 1;
    }
  }
  const all = [...per.values()].reduce((sum, each) => ({
    hit: sum.hit + each.hit,
    wrong: sum.wrong + each.wrong,
    missed: sum.missed + each.missed,
  }));
  return { per, all, language: languages / letters.length };
}

const precision = ({ hit, wrong }: Counts) => (hit + wrong === 0 ? 1 : hit / (hit + wrong));
const recall = ({ hit, missed }: Counts) => (hit + missed === 0 ? 1 : hit / (hit + missed));

function line(name: string, counts: Counts): string {
  const { hit, wrong, missed } = counts;
  const figures = `precision ${precision(counts).toFixed(3)} recall ${recall(counts).toFixed(3)}`;
  return `  ${name.padEnd(26)} ${figures} (hit ${hit}, wrong ${wrong}, missed ${missed})`;
}

function print(title: string, letters: readonly Text[]) {
  const found = measured(letters);
  const asked = [...found.per].filter(([, { hit, missed, wrong }]) => hit + missed + wrong > 0);
  const lines = [
    `${title}: ${letters.length} texts, language ${found.language.toFixed(3)}`,
    ...asked.map(([right, counts]) => line(right, counts)),
    line("all rights", found.all),
  ];
  // The runner keeps jest's own output off stdout, where only the last line counts.
  process.stderr.write(`${lines.join("\n")}\n`);
  return found;
}

test.each(PARTS)("real letters, %s: rights and language are found, measured and printed", (part) => {
  const letters = LETTERS.filter((letter) => letter.part === part);
  expect(letters.length).toBeGreaterThan(30);
  const { per, all, language } = print(`Letters, ${part}`, letters);
  expect(language).toBeGreaterThanOrEqual(0.95);
  expect(precision(all)).toBeGreaterThanOrEqual(FLOOR);
  expect(recall(all)).toBeGreaterThanOrEqual(FLOOR);
  for (const [right, counts] of per) {
    expect([right, precision(counts) >= FLOOR, recall(counts) >= FLOOR]).toEqual([right, true, true]);
  }
});

test("letters in people's own words, in seven languages", () => {
  const { all, language } = print("Letters, plain and invented", PLAIN_LETTERS);
  expect(language).toBeGreaterThanOrEqual(FLOOR);
  expect(precision(all)).toBeGreaterThanOrEqual(FLOOR);
  expect(recall(all)).toBeGreaterThanOrEqual(FLOOR);
});

test("every suggestion shows words of the letter, where they stand", () => {
  for (const { text } of LETTERS) {
    for (const { found } of readLetter(text).proposals) {
      expect(found.length).toBeGreaterThan(0);
      for (const { at, text: words } of found) {
        expect(text.slice(at).replace(/\s+/g, " ").trimStart().startsWith(words)).toBe(true);
      }
    }
  }
});

test("what is only threatened or explained is not asked for", () => {
  const threat = "Om ni inte svarar förbehåller jag mig rätten att klaga hos tillsynsmyndigheten.";
  expect(
    readLetter(`Jag begär tillgång till mina uppgifter. ${threat}`).proposals.map((p) => p.right),
  ).toEqual(["access"]);
  expect(readLetter("Please tell me about my right to rectification of data.").proposals).toEqual([]);
});

test("a text that says nothing proposes nothing, and its language stays open", () => {
  expect(readLetter("")).toEqual({ language: null, proposals: [] });
  expect(readLetter("12345 Kim").proposals).toEqual([]);
});

test("the longest letter that can be pasted is read in a moment", () => {
  const started = performance.now();
  readLetter("begär vill önskar invänder begränsa kopia av ".repeat(900));
  expect(performance.now() - started).toBeLessThan(5_000);
});

test("a letter of nothing but reserves is read in no time, and its reserves are blanked out in place", () => {
  const reserve = "about my right to access to my data ";
  const began = performance.now();
  expect(readLetter(reserve.repeat(1_200)).proposals).toEqual([]);
  expect(performance.now() - began).toBeLessThan(2_000);
  const letter = `I know of my right to access to my data. I want deletion of my account.`;
  expect(readLetter(letter).proposals.map(({ right }) => right)).toEqual(["erasure"]);
});
