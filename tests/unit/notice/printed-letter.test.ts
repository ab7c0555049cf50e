import { printedLetter } from "@/lib/domain/notice/printed-letter";

const MAIL = {
  subject: "We have a question",
  language: "en" as const,
  blocks: [
    { kind: "paragraph" as const, text: "Hello" },
    { kind: "link" as const, label: "Open", url: "https://dsar.example.org/c/abc" },
    { kind: "link" as const, label: "Privacy", url: "https://dsar.example.org/acme/privacy" },
    { kind: "small" as const, text: "The link works once." },
    { kind: "facts" as const, rows: [{ label: "Contact", value: "a@b.test" }] },
  ],
};

test("a mail that is printed has no link that opens a page, and no small print about it", () => {
  const { title, blocks } = printedLetter(MAIL);
  expect(title).toBe("We have a question");
  expect(JSON.stringify(blocks)).not.toContain("/c/");
  expect(JSON.stringify(blocks)).not.toContain("works once");
  expect(blocks).toContainEqual({
    kind: "facts",
    rows: [{ label: "Privacy", value: "https://dsar.example.org/acme/privacy" }],
  });
});

test("a letter of its own is printed as it is", () => {
  const letter = { title: "Answer", blocks: [{ kind: "paragraph" as const, text: "All of it." }] };
  expect(printedLetter({ ...MAIL, letter })).toEqual(letter);
});
