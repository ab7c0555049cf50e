/** The way of a request: which step is legal in which state. */
import { mayStep, REQUEST_STATES, type Step } from "@/lib/domain/request/state";

test.each<[Step, readonly string[]]>([
  ["ask", ["open"]],
  ["reply", ["open", "awaiting_approval"]],
  ["decide", ["open"]],
  ["recall", ["awaiting_approval", "answer_pending"]],
  ["approve", ["awaiting_approval"]],
  ["reopen", ["closed"]],
  ["undo", ["open", "awaiting_approval", "answer_pending", "closed"]],
  ["task", ["open", "awaiting_approval", "answer_pending", "closed"]],
  ["take_effect", ["answer_pending"]],
  ["withdraw", ["open", "awaiting_approval"]],
  ["flag", ["open"]],
  ["assign", ["open", "awaiting_approval", "answer_pending"]],
  ["note", ["open", "awaiting_approval", "answer_pending", "closed"]],
])("%s is legal in %j and nowhere else", (step, legal) => {
  expect(REQUEST_STATES.filter((state) => mayStep(state, step).ok)).toEqual(legal);
});

test("a refused step says in which state the request is", () => {
  expect(mayStep("closed", "decide")).toEqual({ ok: false, refusal: "closed" });
});
