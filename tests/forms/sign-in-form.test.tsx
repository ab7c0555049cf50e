import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { SignInForm, type SignInWords } from "@/app/(staff)/staff/sign-in/sign-in-form.client";

const WORDS: SignInWords = {
  failed: "Not reached.",
  summary: "To put right",
  errorPrefix: "Error:",
  required: "Fill in this field",
  optional: "(optional)",
  saving: "Signing in",
  email: "Email address",
  password: "Password",
  code: "One-time code",
  codeHint: "Six digits.",
  submit: "Sign in",
};

type Sent = { readonly url: string; readonly body: unknown };

/** Shows the form; the token is always there, and each sign-in is answered with the next of the answers. */
function show(...answers: readonly { readonly status: number; readonly body: object }[]): Sent[] {
  const sent: Sent[] = [];
  const left = [...answers];
  global.fetch = async (url, init) => {
    if (url === "/api/auth/csrf") return { ok: true, json: async () => ({ csrfToken: "token" }) } as Response;
    sent.push({ url: String(url), body: JSON.parse(String(init?.body)) });
    const answer = left.shift();
    if (!answer) throw new TypeError("no answer");
    return { ok: answer.status < 400, json: async () => answer.body } as Response;
  };
  render(<SignInForm to="/staff/norrvik/queue" words={WORDS} />);
  return sent;
}

async function fill(): Promise<void> {
  const user = userEvent.setup();
  await user.type(screen.getByLabelText(/Email/), "ada@norrvik.example");
  await user.type(screen.getByLabelText(/Password/), "nine quiet lanterns ");
  await user.type(screen.getByLabelText(/code/i), "123456");
  await user.click(screen.getByRole("button", { name: "Sign in" }));
}

test("an empty form is not sent: what is missing stands on top, in focus, each line leading to its field", async () => {
  const sent = show();
  await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
  const summary = await screen.findByRole("region", { name: "To put right" });
  await waitFor(() => expect(summary).toHaveFocus());
  const links = screen.getAllByRole("link", { name: "Fill in this field" });
  expect(links.map((link) => link.getAttribute("href"))).toEqual(["#email", "#password", "#code"]);
  for (const link of links) expect(document.querySelector(link.getAttribute("href") ?? "")).toBeInvalid();
  expect(sent).toEqual([]);
});

test("everything goes in one step with next-auth's token, and nothing of the password is trimmed", async () => {
  const sent = show({ status: 401, body: { error: "not_signed_in", message: "No." } });
  await fill();
  await screen.findByText("No.");
  expect(sent).toEqual([
    {
      url: "/api/auth/callback/credentials",
      body: {
        email: "ada@norrvik.example",
        password: "nine quiet lanterns ",
        code: "123456",
        csrfToken: "token",
        callbackUrl: "/staff/norrvik/queue",
        json: "true",
      },
    },
  ]);
});

test("refused, address and password stay, the spent code goes, and the sentence has the focus", async () => {
  show({ status: 401, body: { error: "not_signed_in", message: "One of the three is wrong." } });
  await fill();
  const alert = await screen.findByRole("alert");
  expect(alert).toHaveTextContent("One of the three is wrong.");
  await waitFor(() => expect(alert).toHaveFocus());
  expect(screen.getByLabelText(/Email/)).toHaveValue("ada@norrvik.example");
  expect(screen.getByLabelText(/Password/)).toHaveValue("nine quiet lanterns ");
  expect(screen.getByLabelText(/code/i)).toHaveValue("");
});

test("without a connection it says so, and a field's own sentence comes from the server", async () => {
  show();
  await fill();
  expect(await screen.findByRole("alert")).toHaveTextContent("Not reached.");
  expect(screen.getByLabelText(/code/i)).toHaveValue("123456");
});

test("what the server says about a field stands at the field and on top", async () => {
  const issues = [{ field: "email", message: "That is no address" }];
  show({ status: 400, body: { error: "bad_input", message: "Look.", issues } });
  await fill();
  expect(await screen.findByRole("link", { name: "That is no address" })).toHaveAttribute("href", "#email");
  expect(screen.getByLabelText(/Email/)).toHaveAccessibleDescription(/That is no address/);
  expect(screen.queryByText("Look.")).toBeNull();
});
