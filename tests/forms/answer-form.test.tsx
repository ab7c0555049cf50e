import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { renderToString } from "react-dom/server";
import { formWords } from "@/app/(staff)/staff/_form/form-words";
import { AnswerForm } from "@/app/(staff)/staff/[controller]/requests/[reference]/answer/answer-form.client";
import { answerWords } from "@/app/(staff)/staff/[controller]/requests/[reference]/answer/answer-words";
import { BLANK_REFUSAL, toValues } from "@/app/(staff)/staff/[controller]/requests/[reference]/answer/values";
import { type Answer, outcomesFor } from "@/lib/domain/decision/answer";
import { blankContent } from "@/lib/domain/decision/blank";
import { CATALOGUE } from "@/lib/i18n/catalogue";
import { translator } from "@/lib/i18n/translator";

const say = translator("en", "staff");
const words = {
  ...formWords(translator("en", "staffAccess")),
  ...answerWords(say, "Swedish", say("answer.check.erasure"), CATALOGUE.en.answer),
};
const GROUNDS = [
  {
    value: "no_erasure_ground",
    label: "No ground for erasure",
    needsProvision: false,
    needsBalancing: false,
    keeps: false,
    bare: false,
  },
  {
    value: "legal_obligation",
    label: "Required by law",
    needsProvision: true,
    needsBalancing: false,
    keeps: true,
    bare: false,
  },
  {
    value: "legal_claims",
    label: "Legal claims",
    needsProvision: false,
    needsBalancing: true,
    keeps: true,
    bare: false,
  },
];
const OUTCOMES = outcomesFor("erasure", true);

const sent: unknown[] = [];
let reply: { readonly ok: boolean; readonly body: unknown };

beforeEach(() => {
  sent.length = 0;
  reply = { ok: true, body: {} };
  global.fetch = jest.fn(async (_path, init) => {
    sent.push(JSON.parse(String((init as RequestInit).body)));
    return { ok: reply.ok, json: async () => reply.body } as Response;
  });
});

function formOf(answer: Answer | null, outcomes: typeof OUTCOMES) {
  return (
    <AnswerForm
      action="/draft"
      values={toValues(answer, outcomes, { content: blankContent("erasure"), searches: [] })}
      choices={outcomes.map((value) => ({
        value,
        label: say(`answer.outcomes.${value}.label`),
        hint: say(`answer.outcomes.${value}.hint`),
      }))}
      grounds={GROUNDS}
      rules={[]}
      fillings={{ activities: [], absent: { c: "", h: "", transfers: "", received: "" } }}
      words={words}
    />
  );
}

function show(answer: Answer | null = null, outcomes = OUTCOMES) {
  render(formOf(answer, outcomes));
  return userEvent.setup();
}

const review = () => screen.getByRole("button", { name: "Review the letter" });
const choose = (name: string) => screen.getByRole("radio", { name });

test("asks for an outcome first, and takes the focus to what is missing", async () => {
  const user = show();
  expect(screen.queryByLabelText("Anything else to say")).toBeNull();
  await user.click(review());
  const summary = await screen.findByText(words.summary);
  expect(summary.closest("section")).toHaveFocus();
  expect(sent).toEqual([]);
});

test("asks for what the outcome needs, and for what the ground needs", async () => {
  const user = show();
  await user.click(choose("Yes"));
  expect(screen.getByLabelText(/^Anything else to say/)).toBeVisible();
  expect(screen.queryByLabelText("Ground in law")).toBeNull();
  await user.click(choose("Nothing held"));
  await user.click(screen.getByRole("button", { name: "Add a search" }));
  expect(screen.getByLabelText("With which details")).toBeVisible();
  await user.click(choose("No"));
  const ground = screen.getByLabelText("Ground in law");
  expect(screen.queryByLabelText("Provision")).toBeNull();
  await user.selectOptions(ground, "legal_obligation");
  expect(screen.getByLabelText("Provision")).toBeVisible();
  await user.selectOptions(ground, "legal_claims");
  expect(screen.queryByLabelText("Provision")).toBeNull();
  expect(screen.getByLabelText("Balancing")).toBeVisible();
});

test("asks whether those who received the data are told, and who they are or why not (Art. 19)", async () => {
  const user = show();
  await user.click(choose("Yes"));
  const told = screen.getByLabelText("Those who received the data");
  expect(screen.queryByRole("button", { name: "Add a recipient" })).toBeNull();
  await user.selectOptions(told, "recipients");
  expect(screen.getByRole("button", { name: "Add a recipient" })).toBeVisible();
  await user.selectOptions(told, "impossible");
  expect(screen.queryByRole("button", { name: "Add a recipient" })).toBeNull();
  await user.type(screen.getByLabelText("Why they cannot be told"), "The logs are gone.");
  await user.click(review());
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({ content: { told: "impossible", notTold: "The logs are gone." } });
});

test("what was typed for one outcome is still there after a look at another", async () => {
  const user = show();
  await user.click(choose("No"));
  await user.type(screen.getByLabelText("Reasons"), "The law says so.");
  await user.click(choose("Yes"));
  await user.click(choose("No"));
  expect(screen.getByLabelText("Reasons")).toHaveValue("The law says so.");
});

test("several refusals and things can be added and taken away", async () => {
  const user = show();
  await user.click(choose("In part"));
  await user.click(screen.getByRole("button", { name: "Add a thing" }));
  await user.type(within(screen.getByRole("group", { name: "Thing 1" })).getByLabelText("Name"), "Orders");
  await user.click(screen.getByRole("button", { name: "Add a refusal" }));
  expect(screen.getAllByLabelText("Reasons")).toHaveLength(2);
  await user.type(screen.getAllByLabelText("Reasons")[1] as HTMLElement, "second");
  await user.click(screen.getByRole("button", { name: "Remove refusal 1" }));
  expect(screen.getByLabelText("Reasons")).toHaveValue("second");
  await user.click(review());
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({
    outcome: "granted_in_part",
    items: [{ name: "Orders", description: "", result: "granted" }],
    refusals: [{ reasons: "second" }],
  });
});

test("when it is refused, says why at the field and keeps every word", async () => {
  const message = "The text contains characters that cannot be accepted";
  reply = { ok: false, body: { error: "bad_input", message: "x", issues: [{ field: "text", message }] } };
  const user = show();
  await user.click(choose("Yes"));
  await user.type(screen.getByLabelText(/^Anything else to say/), "All of it.");
  await user.click(review());
  const field = screen.getByLabelText(/^Anything else to say/);
  await waitFor(() => expect(field).toHaveAccessibleDescription(expect.stringContaining(message)));
  expect(field).toHaveValue("All of it.");
  expect(screen.getByRole("link", { name: message })).toHaveAttribute("href", "#text");
});

test("when nothing answers, says so and keeps every word", async () => {
  global.fetch = jest.fn(async () => {
    throw new TypeError("no network");
  });
  const user = show();
  await user.click(choose("Yes"));
  await user.type(screen.getByLabelText(/^Anything else to say/), "All of it.");
  await user.click(review());
  await screen.findByText(words.failed);
  expect(screen.getByLabelText(/^Anything else to say/)).toHaveValue("All of it.");
});

test("is kept by itself a moment after somebody stops typing", async () => {
  const user = show();
  await user.click(choose("Yes"));
  await user.type(screen.getByLabelText(/^Anything else to say/), "Half a sen");
  expect(sent).toEqual([]);
  await waitFor(() => expect(sent).toHaveLength(1), { timeout: 5_000 });
  expect(sent[0]).toMatchObject({ outcome: "granted", text: "Half a sen" });
  await screen.findByText(words.saved);
});

test("keeps what was written last, also when what was sent before is slow to arrive", async () => {
  const kept: unknown[] = [];
  let slow = true;
  global.fetch = jest.fn(async (_path, init) => {
    if (slow) await new Promise((resolve) => setTimeout(resolve, 1_500));
    slow = false;
    kept.push(JSON.parse(String((init as RequestInit).body)).text);
    return { ok: true, json: async () => ({}) } as Response;
  });
  const user = show();
  await user.click(choose("Yes"));
  await user.type(screen.getByLabelText(/^Anything else to say/), "first");
  await waitFor(() => expect(global.fetch).toHaveBeenCalledTimes(1), { timeout: 5_000 });
  await user.type(screen.getByLabelText(/^Anything else to say/), ", then more");
  await user.click(review());
  await waitFor(() => expect(kept).toHaveLength(2), { timeout: 5_000 });
  expect(kept).toEqual(["first", "first, then more"]);
});

test("stands in the page as it arrives, before any script has run", () => {
  const answer: Answer = {
    outcome: "granted_in_part",
    text: "the text",
    items: [{ name: "the item", description: "", result: "granted" }],
    searches: [{ system: "the system", custodian: "", terms: "", result: "" }],
    content: null,
    refusals: [{ ...BLANK_REFUSAL, reasons: "the reasons" }],
  };
  const html = renderToString(formOf(answer, OUTCOMES));
  for (const text of ["the text", "the item", "the reasons"]) expect(html).toContain(text);
});

test("begins with what was written before", () => {
  const answer: Answer = {
    outcome: "refused",
    text: "",
    items: [],
    searches: [],
    content: null,
    refusals: [{ ...BLANK_REFUSAL, ground: "legal_claims", reasons: "A claim.", balancing: "Both." }],
  };
  show(answer);
  expect(choose("No")).toBeChecked();
  expect(screen.getByLabelText("Reasons")).toHaveValue("A claim.");
  expect(screen.getByLabelText("Balancing")).toHaveValue("Both.");
});

test("who has no authority is told from which day it stopped, and there is nothing else to write", () => {
  const content = blankContent("marketing_objection");
  const values = toValues(null, ["granted"], { content, searches: [] });
  render(<AnswerForm {...formOf(null, OUTCOMES).props} values={values} bare />);
  expect(screen.queryAllByRole("textbox")).toEqual([]);
  expect(screen.getByLabelText(words.own.stoppedFrom ?? "")).toBeVisible();
});

test("to an address that was never confirmed there is one answer, chosen already, and nothing to write", () => {
  show(null, outcomesFor("erasure", false));
  expect(screen.getAllByRole("radio")).toHaveLength(1);
  expect(screen.getByRole("radio")).toBeChecked();
  expect(screen.queryByRole("textbox")).toBeNull();
});
