import fc from "fast-check";
import { checkPassword, normalisePassword, PASSWORD_MAX } from "@/lib/domain/identity/password";

const verdict = (typed: string, personal: readonly string[] = []) => {
  const checked = checkPassword(typed, personal);
  return checked.ok ? "taken" : checked.refusal;
};

test.each([
  ["fjorton tecken", "passwordTooShort"],
  ["femton tecken!!", "taken"],
  ["a quiet river under nine old lanterns by the grey stone mill 64!", "taken"],
  ["🦊 räv 🦊 över ån 🌉 till höger", "taken"],
  ["password1234567", "passwordCommon"],
  ["P4ssw0rd12345678", "passwordCommon"],
  ["habeas habeas habeas", "passwordCommon"],
  ["HabeasHabeas2026", "passwordCommon"],
  ["aaaaaaaaaaaaaaaaaaaa", "passwordCommon"],
  ["abcdefghijklmnop", "passwordCommon"],
  ["qwertyuiopasdfghjkl", "passwordCommon"],
  ["zxyzxyzxyzxyzxyzxy", "passwordCommon"],
  ["correct horse battery staple", "passwordCommon"],
  ["lösenord lösenord 1", "passwordCommon"],
  ["plum\u0000 orchard kettle wren", "passwordCharacters"],
  ["plum \ud800 orchard kettle wren", "passwordCharacters"],
])("%j is %s", (typed, expected) => {
  expect(verdict(typed)).toBe(expected);
});

test("128 characters with spaces and emoji are taken, 129 are not", () => {
  const sentence = "grön tå 🌲 väger mer än 3 moln, sa uven ";
  const long = [...sentence.repeat(5)].slice(0, PASSWORD_MAX - 6).join("");
  expect(verdict(`${long}x9q🦉vk`)).toBe("taken");
  expect(verdict(`${long}x9q🦉vkz`)).toBe("passwordTooLong");
});

test("the person's own name, address and organisation do not make a password", () => {
  const personal = ["Åsa Lindqvist", "asa.lindqvist@norrvik.example", "Norrviks kommun"];
  expect(verdict("ÅsaLindqvist2026", personal)).toBe("passwordCommon");
  expect(verdict("norrvik-kommun-1", personal)).toBe("passwordCommon");
  expect(verdict("ÅsaLindqvist2026")).toBe("taken");
});

test("the same keys give the same password whatever form the machine sends", () => {
  expect(normalisePassword("A\u030Asa \uFF11")).toBe(normalisePassword("\u00C5sa 1"));
});

test("no text makes the check fail, and what is taken is long enough", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 140 }), (typed) => {
      const checked = checkPassword(typed, ["Ann Example"]);
      if (checked.ok) expect([...checked.value].length).toBeGreaterThanOrEqual(15);
    }),
  );
});
