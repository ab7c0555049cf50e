import { ACTIONS, may, onlyAssigned, ROLES, type Role } from "@/lib/domain/access/access";

const whoMay = (action: (typeof ACTIONS)[number]) => ROLES.filter((role) => may([role], action));

test("an auditor and an administrator change no request; only an officer decides", () => {
  const changing = ACTIONS.filter(
    (action) => /^(request|answer|notice)\./.test(action) && action !== "request.read",
  );
  expect(changing.length).toBeGreaterThan(5);
  for (const action of changing) {
    expect(may(["auditor"], action)).toBe(false);
    expect(may(["administrator"], action)).toBe(false);
  }
  expect(whoMay("request.decide")).toEqual(["officer"]);
  expect(whoMay("answer.send")).toEqual(["officer"]);
});

test("whoever looks after accounts and settings reads no request, and whoever audits sees no names", () => {
  expect(whoMay("staff.write")).toEqual(["administrator"]);
  expect(whoMay("settings.write")).toEqual(["administrator"]);
  expect(may(["administrator"], "request.read")).toBe(false);
  expect(may(["auditor"], "person.read")).toBe(false);
});

test("several roles may what each of them may; none may nothing, nor may a role or action made up", () => {
  expect(may(["administrator", "officer"], "request.decide")).toBe(true);
  for (const action of ACTIONS) expect(may([], action)).toBe(false);
  expect(may(["owner" as Role], "request.read")).toBe(false);
  expect(may(["administrator"], "constructor" as (typeof ACTIONS)[number])).toBe(false);
});

test("a contributor sees what is assigned to them unless another role sees more", () => {
  expect(onlyAssigned(["contributor"])).toBe(true);
  expect(onlyAssigned(["contributor", "administrator"])).toBe(true);
  expect(onlyAssigned(["contributor", "dpo"])).toBe(false);
  expect(onlyAssigned(["officer"])).toBe(false);
});
