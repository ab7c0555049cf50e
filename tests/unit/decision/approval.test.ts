/** Which answers wait for the data protection officer: a choice of the controller (GDPR Art. 24, 39). */

import { isRefusal, OUTCOMES } from "@/lib/domain/decision/answer";
import { DPO_APPROVES, needsApproval } from "@/lib/domain/decision/approval";

test("refusals are what says no to something; everything is everything; what was never chosen is none", () => {
  for (const outcome of OUTCOMES) {
    expect(needsApproval("everything", outcome)).toBe(true);
    expect(needsApproval("refusals", outcome)).toBe(isRefusal(outcome));
    expect(needsApproval("none", outcome)).toBe(false);
    expect(needsApproval(undefined, outcome)).toBe(false);
  }
  expect(DPO_APPROVES).toHaveLength(3);
});

test("sending a request on ends it at this desk and refuses nothing: it waits where everything does", () => {
  expect(DPO_APPROVES.filter((when) => needsApproval(when, "forwarded"))).toEqual(["everything"]);
});
