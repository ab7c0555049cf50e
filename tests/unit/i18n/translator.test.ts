import { translator } from "@/lib/i18n/translator";

const say = translator("sv", "mail");

test("fills a message, also one with a choice", () => {
  expect(say("line.linkDays", { days: 1 })).toBe("Länken kan användas en gång och gäller i 1 dag.");
  expect(say("line.linkDays", { days: 7 })).toBe("Länken kan användas en gång och gäller i 7 dagar.");
});

test("leaves markup and braces of a value as they are", () => {
  const controller = "<b>A</b> {x, plural, other {y}} 'z'";
  expect(say("answerReady.subject", { controller })).toBe(
    `Svaret på din begäran finns att läsa – ${controller}`,
  );
});

test.each([
  ["a key that is not there", "receipt.nowhere", {}],
  ["a group of messages", "receipt", {}],
  ["a value that is not given", "answerReady.subject", {}],
])("throws for %s, naming file and cause", (_, key, values) => {
  expect(() => say(key, values)).toThrow(/messages\/sv\/mail\.json/);
});
