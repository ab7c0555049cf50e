/** Nobody judges their own work where a colleague can (the receipt of a complaint promises it; GDPR Art. 5(1)(a), 24). */
import type { Role } from "@/lib/domain/access/access";
import { type Handled, mayJudge, ownWork, PARTS, type Part } from "@/lib/domain/decision/complaint-judge";

const did = (staffId: string, part: Part, requestId = "r1"): Handled => ({ staffId, part, requestId });
const judge = (id: string, roles: readonly Role[] = ["officer"], active = true) => ({ id, roles, active });

test("what was only given to somebody is not theirs to judge; a request counts once, whatever they did with it", () => {
  expect(PARTS.map((part) => ownWork("a", [did("a", part)]))).toEqual([0, 1, 1, 1]);
  expect(ownWork("a", [did("a", "decided"), did("a", "approved"), did("a", "decided", "r2")])).toBe(2);
  expect(ownWork("a", [did("b", "decided")])).toBe(0);
});

test("whoever did nothing of it decides, whoever did does not while a colleague can", () => {
  const handled = [did("a", "decided"), did("b", "assigned")];
  const staff = [judge("a"), judge("b"), judge("c")];
  expect(mayJudge("c", handled, staff)).toEqual({ ok: true, value: 0 });
  expect(mayJudge("b", handled, staff)).toEqual({ ok: true, value: 0 });
  expect(mayJudge("a", handled, staff)).toEqual({ ok: false, refusal: ["b", "c"] });
});

test.each([
  ["nobody else is there", []],
  ["the others may not decide", [judge("b", ["dpo"]), judge("c", ["contributor", "auditor"])]],
  ["the other cannot sign in", [judge("b", ["officer"], false)]],
  ["the other decided another of theirs", [judge("d")]],
])("a small organisation: where %s, who decided before may, and it is counted", (_why, others) => {
  const handled = [did("a", "decided"), did("a", "forwarded", "r2"), did("d", "decided", "r3")];
  expect(mayJudge("a", handled, [judge("a"), ...others])).toEqual({ ok: true, value: 2 });
});
