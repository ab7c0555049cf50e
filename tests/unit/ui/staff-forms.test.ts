/** A form that is shown again has the fields of its command, under words that are there in every language. */
import type { z } from "zod";
import { formAgain, withFiles } from "@/app/api/staff/form-again";
import { type Form, type Label, lines } from "@/app/api/staff/form-fields";
import * as clock from "@/app/api/staff/forms/clock-forms";
import * as decision from "@/app/api/staff/forms/decision-forms";
import * as fee from "@/app/api/staff/forms/fee-forms";
import * as identity from "@/app/api/staff/forms/identity-forms";
import * as intake from "@/app/api/staff/forms/intake-forms";
import * as notice from "@/app/api/staff/forms/notice-forms";
import { FLAG, LETTERS, NOTE, RECORD } from "@/app/api/staff/forms/request-forms";
import { LANGUAGES } from "@/lib/domain/kernel/language";
import { Refused } from "@/lib/domain/kernel/refusal";
import type { Namespace } from "@/lib/i18n/catalogue";
import { translator } from "@/lib/i18n/translator";
import { correctAnswerInput, pausingQuestionInput, takeBackAnswerInput } from "@/lib/schemas/clock/desk";
import { sendBackInput } from "@/lib/schemas/decision/approval";
import { othersInput } from "@/lib/schemas/decision/others";
import { liftSuppressionInput } from "@/lib/schemas/decision/suppression";
import { doneTaskInput, impossibleTaskInput, liftInput } from "@/lib/schemas/decision/task";
import { assessmentInput, linkPersonInput, reasonInput } from "@/lib/schemas/fee/assessment";
import { objectionInput, paymentInput, refundInput, waiverInput } from "@/lib/schemas/fee/fee";
import { answerDirectlyInput, authorityInput, identityResultInput } from "@/lib/schemas/identity/check";
import { postingInput } from "@/lib/schemas/notice/posting";
import { flagInput, noteInput } from "@/lib/schemas/request/desk";
import { receivedInput } from "@/lib/schemas/request/received";
import { reopenInput } from "@/lib/schemas/request/reopening";

const ALL: Readonly<Record<string, Form>> = {
  ...clock,
  ...decision,
  ...fee,
  ...identity,
  ...intake,
  ...notice,
  ...{ FLAG, NOTE, RECORD },
  ...LETTERS,
};

test.each(Object.entries(ALL))("every word of %s is there in every language", (_, form) => {
  const labels = form.flatMap((field): Label[] =>
    field.as === "one" ? [field.label, ...Object.values(field.choices)] : [field.label],
  );
  expect(labels.length).toBeGreaterThan(0);
  for (const label of labels) {
    const [namespace, ...key] = label.split(".");
    for (const language of LANGUAGES) {
      expect(translator(language, namespace as Namespace)(key.join("."))).toMatch(/\S/);
    }
  }
});

/** What nobody types: which request, as which version, about what; and what a button says. */
const UNSEEN = ["reference", "version", "seen", "letter", "taskId", "feeId", "corrects", "noticeId"];
const fieldsOf = (schema: z.ZodType) => Object.keys((schema as z.ZodObject).shape);

test.each([
  ["note", NOTE, noteInput, []],
  ["flag", FLAG, flagInput, []],
  ["record", RECORD, receivedInput, []],
  ["task done", decision.TASK_DONE, doneTaskInput, ["proof"]],
  ["task not possible", decision.TASK_NOT_POSSIBLE, impossibleTaskInput, []],
  ["send back", decision.SEND_BACK, sendBackInput, []],
  ["lift an entry", decision.LIFT_SUPPRESSION, liftSuppressionInput, []],
  ["correct an answer", clock.CORRECT_ANSWER, correctAnswerInput, []],
  ["take an answer back", clock.TAKE_BACK_ANSWER, takeBackAnswerInput, []],
  ["assessment", fee.ASSESSMENT, assessmentInput, ["files"]],
  ["drop", fee.DROP_ASSESSMENT, reasonInput, []],
  ["link", fee.LINK_PERSON, linkPersonInput, []],
  ["payment", fee.PAYMENT, paymentInput, []],
  ["refund", fee.REFUND, refundInput, []],
  ["waiver", fee.WAIVER, waiverInput, []],
  ["identity result", identity.IDENTITY_RESULT, identityResultInput, []],
  ["authority", identity.AUTHORITY, authorityInput, ["-result"]],
  ["posted", notice.POSTED, postingInput, []],
  ["question", LETTERS.question as Form, pausingQuestionInput, ["stops"]],
  ["reopening", LETTERS.reopening as Form, reopenInput, []],
  ["lifting", LETTERS.lifting as Form, liftInput, []],
  ["direct", LETTERS.direct as Form, answerDirectlyInput, []],
  ["others", LETTERS.others as Form, othersInput, []],
  ["objection", LETTERS.objection as Form, objectionInput, []],
] as const)("%s shows every field that its command takes", (_, form, schema, besides) => {
  const typed = fieldsOf(schema).filter((name) => !UNSEEN.includes(name));
  const names = [
    ...form.map(({ name }) => name),
    ...besides.flatMap((name) => (name.startsWith("-") ? name.slice(1) : [])),
  ];
  const more = besides.filter((name) => !name.startsWith("-"));
  expect([...names].sort()).toEqual([...typed, ...more].sort());
});

const request = new Request("http://desk.test/api/staff/a/requests/B/task-done/upload", { method: "POST" });
const sv = { language: "sv" } as const;
const conflict = { code: "changed_meanwhile", version: 7, changed: [] } as const;

test("files that were lost are asked for by name, and nothing is taken without them unless that is ticked", () => {
  const fields = { text: "Klart <b>", on: "2026-03-02", taskId: "t", version: "6", seen: "40" };
  const sent = { form: decision.TASK_DONE, fields, files: ["bevis.pdf", "två.png"] };
  const shown = formAgain(request, sent, conflict, sv);
  expect(shown?.hidden).toEqual({ taskId: "t", version: "7", filesLost: "bevis.pdf, två.png" });
  expect(shown?.fields.find(({ as }) => as === "files")).toMatchObject({
    name: "proof",
    hint: expect.stringContaining("bevis.pdf"),
  });
  const again = { ...fields, filesLost: "bevis.pdf, två.png" };
  expect(() => withFiles(decision.TASK_DONE, again, 0)).toThrow(Refused);
  expect(withFiles(decision.TASK_DONE, again, 1)).toEqual(fields);
  expect(withFiles(decision.TASK_DONE, { ...again, withoutFiles: "yes" }, 0)).toEqual(fields);
  // Sent without them once more, they are still named.
  const issues = [{ field: "proof", message: "filesAgain" }];
  const once = formAgain(
    request,
    { form: decision.TASK_DONE, fields: again },
    { code: "bad_input", issues },
    sv,
  );
  expect(once?.hidden.filesLost).toBe("bevis.pdf, två.png");
});

test("a form that brings files only has nothing to be taken without them", () => {
  const sent = { form: intake.ORIGINAL, fields: { version: "6" }, files: ["brev.exe"] };
  const refusal = { code: "file_refused", reason: "type", file: "brev.exe" } as const;
  const shown = formAgain(request, sent, refusal, sv);
  expect(shown?.fields.map(({ as }) => as)).toEqual(["files"]);
  const again = { version: "6", filesLost: "brev.exe" };
  expect(withFiles(intake.ORIGINAL, again, 0)).toEqual({ version: "6" });
});

test("a field that is wrong is shown also where nothing was chosen in it, and what only other pages have is not", () => {
  const issues = [{ field: "ground", message: "choose" }];
  const flag = formAgain(request, { form: FLAG, fields: { reason: "" } }, { code: "bad_input", issues }, sv);
  expect(flag?.fields.map(({ name }) => name)).toEqual(["ground", "reason"]);
  const question = { form: LETTERS.question as Form, fields: { text: "Vilket?", stops: "no" } };
  expect(formAgain(request, question, conflict, sv)?.fields.map(({ name }) => name)).toEqual([
    "text",
    "stops",
  ]);
  expect(
    formAgain(request, { form: [lines("text", "staff.request.note.label")], fields: {} }, conflict, sv),
  ).toBeUndefined();
});
