import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { formWords } from "@/app/(staff)/staff/_form/form-words";
import { ActivityForm } from "@/app/(staff)/staff/[controller]/settings/processing/edit/activity-form.client";
import { toValues } from "@/app/(staff)/staff/[controller]/settings/processing/edit/values";
import { CATALOGUE } from "@/lib/i18n/catalogue";
import { flatMessages } from "@/lib/i18n/flat-messages";
import { translator } from "@/lib/i18n/translator";
import { anActivity } from "@/tests/support/activity";

const words = {
  ...formWords(translator("en", "staffAccess")),
  own: flatMessages(CATALOGUE.en.processing),
  fieldsPlace: "%s",
};
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

function show() {
  const languages = ["sv", "en"] as const;
  render(
    <ActivityForm
      controller="example"
      id="5e3c0f0a-0000-4000-8000-000000000000"
      version={1}
      values={toValues({ active: true, activity: anActivity() }, languages)}
      languages={languages}
      relationships={[
        { value: "customer", label: "Customer" },
        { value: "employee", label: "Employee" },
      ]}
      words={words}
    />,
  );
  return userEvent.setup();
}

const save = () => screen.getByRole("button", { name: "Save" });

test("sends what is there, and asks for what the basis and automated decisions need", async () => {
  const user = show();
  expect(screen.queryByLabelText("Legitimate interest, in English")).toBeNull();
  await user.selectOptions(screen.getByLabelText("Legal basis"), "f");
  await user.type(screen.getByLabelText("Legitimate interest, in English"), "to help");
  await user.click(screen.getByLabelText("There are decisions by automated means alone"));
  await user.type(screen.getByLabelText("Their logic, in Swedish"), "Inkomst");
  await user.click(screen.getByRole("button", { name: "Add a transfer" }));
  await user.type(screen.getByLabelText("To whom"), "Invented Inc");
  await user.click(save());
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({
    version: 1,
    active: true,
    activity: {
      basis: "f",
      interest: { en: "to help" },
      relationships: ["customer"],
      systems: ["Helpdesk", "E-post"],
      automated: { logic: { sv: "Inkomst" } },
      transfers: [{ recipient: "Invented Inc", safeguard: "standard_clauses" }],
    },
  });
});

test("a lost race names the fields in words, keeps what was typed, and can be sent again", async () => {
  reply = {
    ok: false,
    body: { error: "changed_meanwhile", message: "x", version: 2, changed: ["years", "source"] },
  };
  const user = show();
  await user.clear(screen.getByLabelText("Years"));
  await user.type(screen.getByLabelText("Years"), "4");
  await user.click(save());
  await screen.findByText(/Years, Where the data comes from/);
  expect(screen.getByLabelText("Years")).toHaveValue(4);
  reply = { ok: true, body: {} };
  await user.click(save());
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[1]).toMatchObject({ version: 2, activity: { years: "4" } });
});
