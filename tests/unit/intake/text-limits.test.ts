import { line, lines } from "@/lib/schemas/text";

test("a text that is too long is looked at no further", () => {
  for (const rule of [line(10), lines(10)]) {
    expect(rule.safeParse("\u0000".repeat(11)).error?.issues.map(({ code }) => code)).toEqual(["too_big"]);
  }
});
