import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { JoinForm } from "@/app/(staff)/staff/join/join-form.client";

const WORDS = {
  failed: "Not reached.",
  summary: "To put right",
  errorPrefix: "Error:",
  required: "Fill in this field",
  optional: "(optional)",
  saving: "Saving",
  name: "Your name",
  nameHint: "As colleagues see it.",
  email: "Your email address",
  emailHint: "You sign in with it.",
  password: "New password",
  passwordHint: "At least 15 characters.",
  code: "The code in the app",
  codeHint: "Six digits.",
  submit: "Save",
};
const CODES = {
  title: "Your recovery codes",
  lead: "Once each.",
  once: "Only now.",
  saved: "Sign in",
  list: "Recovery codes",
};

function show(first: boolean, answer: { readonly status: number; readonly body: object }): unknown[] {
  const sent: unknown[] = [];
  global.fetch = async (_, init) => {
    sent.push(JSON.parse(String(init?.body)));
    return { ok: answer.status < 400, json: async () => answer.body } as Response;
  };
  render(
    <JoinForm first={first} language="sv" email="kim@x.example" words={WORDS} codesWords={CODES}>
      <p>Scan this.</p>
    </JoinForm>,
  );
  return sent;
}

async function fill(first: boolean): Promise<void> {
  if (first) {
    await userEvent.type(screen.getByLabelText("Your name"), "Ada");
    await userEvent.type(screen.getByLabelText("Your email address"), "ada@x.example");
  }
  await userEvent.type(screen.getByLabelText("New password"), "nine quiet lanterns by the mill");
  await userEvent.type(screen.getByLabelText("The code in the app"), "123456");
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
}

afterEach(() => {
  Reflect.deleteProperty(global, "fetch");
});

const TAKEN = { status: 200, body: { codes: ["7K3M-9QXT-0VBA-42RD", "0000-1111-2222-3333"] } };

test("an invited colleague sends no name, no address and no role, and is shown the codes in the form's place", async () => {
  const sent = show(false, TAKEN);
  await fill(false);
  const heading = await screen.findByRole("heading", { name: "Your recovery codes" });
  await waitFor(() => expect(heading).toHaveFocus());
  expect(screen.getByRole("list", { name: "Recovery codes" })).toHaveTextContent("7K3M-9QXT-0VBA-42RD");
  expect(screen.queryByRole("button", { name: "Save" })).toBeNull();
  expect(screen.getByRole("link", { name: "Sign in" })).toHaveAttribute("href", "/staff/sign-in?done=joined");
  expect(sent).toEqual([{ password: "nine quiet lanterns by the mill", code: "123456" }]);
});

test("the first administrator says who they are", async () => {
  const sent = show(true, TAKEN);
  await fill(true);
  await screen.findByRole("heading", { name: "Your recovery codes" });
  expect(sent).toEqual([
    {
      name: "Ada",
      email: "ada@x.example",
      language: "sv",
      password: "nine quiet lanterns by the mill",
      code: "123456",
    },
  ]);
});

test("a refused password keeps the form and what is in it", async () => {
  const issues = [{ field: "password", message: "Too easy" }];
  show(false, { status: 400, body: { error: "bad_input", message: "Look.", issues } });
  await fill(false);
  expect(await screen.findByRole("link", { name: "Too easy" })).toHaveAttribute("href", "#password");
  expect(screen.getByLabelText("New password")).toHaveValue("nine quiet lanterns by the mill");
  expect(screen.getByText("Scan this.")).toBeVisible();
});
