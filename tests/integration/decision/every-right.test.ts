/** Every right is decided with what it demands, and read by the person as it was written (GDPR Art. 7(3), 15-22). */
import type { Ctx } from "@/lib/commands/context";
import { decide } from "@/lib/commands/decision/decide";
import type { Controller } from "@/lib/db/controller";
import type { Content } from "@/lib/domain/decision/content";
import type { Details } from "@/lib/domain/intake/filing";
import { setEnv } from "@/lib/env";
import { myRequests } from "@/lib/queries/request/my-requests";
import { answerTo } from "@/tests/support/answers";
import { useDatabase } from "@/tests/support/database";
import {
  ACCESS,
  aController,
  aFiling,
  filedAndConfirmed,
  publicCtxAt,
  staffCtxAt,
} from "@/tests/support/desk";
import { changes, deliver, refusal, stopsDone } from "@/tests/support/office";

useDatabase();

let controller: Controller;
let officer: Ctx;

beforeAll(async () => {
  setEnv({ LIMITS_ANSWER_HOLD_SECONDS: "0" });
  controller = await aController();
  officer = await staffCtxAt(controller, ["officer"]);
});

/** A right as it is asked for, a field whose emptiness keeps the answer back, its code, and what the letter says. */
const ASKED: readonly (readonly [Details, object, string, string])[] = [
  [ACCESS, { scope: "" }, "scope", "Exempelfrakt AB (påhittat) (Sverige)"],
  [
    { right: "rectification", wrong: "x", correct: "", complete: "" },
    { disputed: "" },
    "disputed",
    "Låtsasvägen 4",
  ],
  [{ right: "erasure", grounds: [], what: "" }, { backups: " " }, "backups", "skrivs över efter 30 dagar"],
  [{ right: "restriction", grounds: [], what: "" }, { uses: "" }, "uses", "Adressen och alla utskick"],
  [{ right: "portability", to: "me", receiver: "" }, { provided: "no" }, "conditions_met", "JSON"],
  [
    { right: "objection", what: "", disclosure: false, situation: "" },
    { situation: "" },
    "situation",
    "kundrecensioner",
  ],
  [{ right: "marketing_objection", channels: ["all"] }, { from: "" }, "from", "Alla utskick"],
  [{ right: "consent_withdrawal", what: "" }, { follows: "" }, "follows", "Nyhetsbrevet"],
  [
    { right: "automated_decision_review", decision: "", view: "" },
    { reviewer: "" },
    "reviewer",
    "Kreditgruppens chef",
  ],
  [{ right: "complaint", what: "Ingen svarade." }, { measures: "" }, "measures", "bemannas nu alla vardagar"],
];

test.each(ASKED)("%j", async (details, without, code, said) => {
  const filing = aFiling([details]);
  const { reference, requester } = await filedAndConfirmed(publicCtxAt(controller), filing);
  const whole = answerTo(details.right);
  if (details.right === "marketing_objection" || details.right === "consent_withdrawal") {
    const early = decide(officer, { reference, version: 1, answer: whole });
    expect(await refusal(early)).toEqual({ code: "refusal_incomplete", missing: ["stop_open"] });
  }
  const lacking = { ...whole, content: { ...whole.content, ...without } as Content };
  const version = await stopsDone(officer, reference);
  const before = await changes(controller);
  expect(await refusal(decide(officer, { reference, version, answer: lacking }))).toEqual({
    code: "refusal_incomplete",
    missing: [code],
  });
  expect(await changes(controller)).toEqual(before);
  await decide(officer, { reference, version, answer: whole });
  await deliver(officer);
  const [read] = (await myRequests(requester)).requests;
  expect(JSON.stringify(read?.letter)).toContain(said);
});
