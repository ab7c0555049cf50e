import { icuArguments } from "./icu-arguments";

test("finds plain and nested arguments and the options of choices", () => {
  const message = "{a} {n, plural, =0 {none} one {# of {b}} other {# {c, select, x {X} other {}}}}";
  expect(icuArguments(message)).toEqual([
    { name: "a", kind: "", options: [] },
    { name: "n", kind: "plural", options: ["=0", "one", "other"] },
    { name: "b", kind: "", options: [] },
    { name: "c", kind: "select", options: ["x", "other"] },
  ]);
});

test.each(["{a", "a}", "{}", "{n, plural, one {x}}", "{a b}"])("refuses %s", (message) => {
  expect(() => icuArguments(message)).toThrow();
});
