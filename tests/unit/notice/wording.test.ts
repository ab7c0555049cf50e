import fc from "fast-check";
import {
  ownParagraphs,
  ownWords,
  PLACEHOLDERS,
  placeholdersOf,
  WORDING,
  WORDING_KINDS,
  worded,
  wordingFault,
} from "@/lib/domain/notice/wording";

const VALUES = { controller: "Norrvik AB", reference: "7KQ2M-4TX9P-V" };
const texts = (paragraphs: readonly { readonly text: string }[]) => paragraphs.map(({ text }) => text);

test("an empty line parts paragraphs, whatever ends a line; a single break stays", () => {
  const said = "Hej!\r\nVälkommen.\r\n \r\n\r\nVi hörs.\n\n\n  \n";
  expect(texts(ownParagraphs(said, VALUES))).toEqual(["Hej!\nVälkommen.", "Vi hörs."]);
  expect(ownParagraphs(" \n \n", VALUES)).toEqual([]);
});

test("a placeholder becomes its value, and a value is never filled in itself", () => {
  const values = { ...VALUES, name: "{reference} {name} $& $1" };
  expect(texts(ownParagraphs("{name}, ditt ärende {reference}.", values))).toEqual([
    "{reference} {name} $& $1, ditt ärende 7KQ2M-4TX9P-V.",
  ]);
});

test.each([
  ["{referens}", "unknown", "{referens}"],
  ["{name}", "unknown", "{name}"],
  ["{constructor}", "unknown", "{constructor}"],
  ["Hej {controller", "malformed", "{controller"],
  ["Hej controller} och", "malformed", "}"],
  ["{ controller }", "malformed", "{ controller }"],
  ["{{controller}}", "malformed", "{"],
  ["{}", "malformed", "{}"],
  ["{controller}{answer_by}", "malformed", "{answer_by}"],
])("a receipt refuses %s as %s and names it", (text, problem, typed) => {
  expect(wordingFault("receipt", text)).toEqual({ problem, typed });
});

test.each(WORDING_KINDS)("%s takes what it has and nothing else", (kind) => {
  for (const name of PLACEHOLDERS) {
    const fault = wordingFault(kind, `a {${name}} b`);
    expect(fault === null).toBe(placeholdersOf(kind).includes(name));
  }
});

test("no mail, and no letter to somebody else, can hold a name", () => {
  const named = WORDING_KINDS.filter((kind) => placeholdersOf(kind).includes("name"));
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((kind) => WORDING[kind].medium === "mail" || kind.startsWith("to_"))).toEqual([]);
});

test("words that were taken leave nothing to fill in", () => {
  const piece = fc.oneof(fc.string(), ...placeholdersOf("receipt").map((name) => fc.constant(`{${name}}`)));
  const values = { ...VALUES, right: "Access", received: "7 March 2026" };
  let taken = 0;
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join("");
      if (wordingFault("receipt", text) !== null) return;
      taken += 1;
      expect(texts(ownParagraphs(text, values)).join("")).not.toMatch(/[{}]/);
    }),
  );
  expect(taken).toBeGreaterThan(20);
});

test("a version that is empty says nothing of its own, and is known to be the one in force", () => {
  const own = ownWords({ question: { version: 3, opening: "", closing: "" } }, "question", VALUES);
  expect(worded(own, ["body"], ["foot"])).toEqual({ blocks: ["body", "foot"], wordingVersion: 3 });
  expect(worded(ownWords({}, "question", VALUES), ["body"])).toEqual({ blocks: ["body"] });
});
