import { facts, link, mail, mailText, oneLine, paragraph, quietLink, small } from "@/emails/content";

test("a subject is one line of visible characters", () => {
  expect(oneLine(" Hej\r\nBcc: a@b\u2028c\u202Ed\u200Be\u0007 f ")).toBe("Hej Bcc: a@b c d e f");
  expect(mail("sv", "Å\tB", []).subject).toBe("Å B");
});

test("the text keeps the order of the blocks, one empty line between them", () => {
  const content = mail("en", "x", [
    paragraph("First."),
    facts([
      { label: "A", value: "1" },
      { label: "B", value: "" },
      { label: "C", value: "3" },
    ]),
    link("Open", "https://dsar.example/c/t"),
    quietLink("Policy", "https://p.example/"),
    small("Last."),
  ]);
  expect(mailText(content)).toBe(
    "First.\n\nA: 1\nC: 3\n\nOpen:\nhttps://dsar.example/c/t\n\nPolicy:\nhttps://p.example/\n\nLast.\n",
  );
});

test.each(["javascript:alert(1)", "data:text/html,x", "mailto:a@b.example", "//evil.example", "x"])(
  "%s is no link of a mail",
  (url) => {
    expect(() => link("x", url)).toThrow();
    expect(() => quietLink("x", url)).toThrow();
  },
);

test("a link keeps its address to the character and closes quotes in it", () => {
  expect(link("x", "https://dsar.example/c/AbC-_123")).toMatchObject({
    url: "https://dsar.example/c/AbC-_123",
  });
  expect(link("x", 'https://dsar.example/"><b>')).toMatchObject({
    url: "https://dsar.example/%22%3E%3Cb%3E",
  });
});
