import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import {
  AuthorityForm,
  type AuthorityWords,
} from "@/app/(staff)/staff/[controller]/settings/authority/authority-form.client";

const WORDS: AuthorityWords = {
  failed: "Not reached.",
  summary: "To put right",
  errorPrefix: "Error:",
  required: "Fill in this field",
  optional: "(optional)",
  saving: "Saving",
  submit: "Save",
  conflict: "Differs in: %s.",
  fields: {
    name: "Name",
    address: "Postal address",
    phone: "Phone",
    email: "Email address",
    web: "Web address",
    datedOn: "Day of the check",
  },
  hints: { web: "Begins with https://." },
};

const VALUES = {
  name: "Myndigheten",
  address: "Box 1\n111 11 Stockholm",
  phone: "+46 8 1",
  email: "brev@myndigheten.test",
  web: "https://myndigheten.test/",
  datedOn: "2026-12-01",
};

type Sent = { readonly url: string; readonly body: Record<string, unknown> };

/** Shows the form; each posting is answered with the next of the answers. Returns what was posted. */
function show(...answers: readonly { readonly status: number; readonly body: object }[]): Sent[] {
  const sent: Sent[] = [];
  const left = [...answers];
  global.fetch = async (url, init) => {
    sent.push({ url: String(url), body: JSON.parse(String(init?.body)) });
    const answer = left.shift();
    if (!answer) throw new TypeError("no answer");
    return { ok: answer.status < 400, json: async () => answer.body } as Response;
  };
  render(
    <AuthorityForm
      controller="norrvik"
      slug="sedi"
      version={3}
      values={VALUES}
      today="2026-12-01"
      words={WORDS}
    />,
  );
  return sent;
}

const field = (label: string) => screen.getByLabelText(label, { exact: false });
const save = () => userEvent.click(screen.getByRole("button", { name: "Save" }));

afterEach(() => {
  Reflect.deleteProperty(global, "fetch");
});

test("begins with what is kept and lets no later day be picked", () => {
  show();
  expect(field("Name")).toHaveValue("Myndigheten");
  expect(field("Postal address")).toHaveValue("Box 1\n111 11 Stockholm");
  expect(field("Web address")).toHaveAccessibleDescription("Begins with https://.");
  expect(field("Day of the check")).toHaveAttribute("type", "date");
  expect(field("Day of the check")).toHaveAttribute("max", "2026-12-01");
  expect(screen.getByLabelText("Phone (optional)")).toBeVisible();
  expect(screen.queryByLabelText("Name (optional)")).toBeNull();
});

test("sends every field with the authority and the version that was seen", async () => {
  const sent = show({ status: 200, body: {} });
  await userEvent.clear(field("Phone"));
  await userEvent.type(field("Phone"), "+46 8 2");
  await save();
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toEqual({
    url: "/api/staff/norrvik/settings/authority",
    body: { ...VALUES, phone: "+46 8 2", slug: "sedi", version: 3 },
  });
  expect(screen.queryByRole("alert")).toBeNull();
});

test("what must be there and is blank is not sent: it stands on top and takes the focus", async () => {
  const sent = show();
  await userEvent.clear(field("Name"));
  await userEvent.type(field("Name"), "  ");
  await userEvent.clear(field("Postal address"));
  await userEvent.clear(field("Day of the check"));
  await save();
  const links = await screen.findAllByRole("link", { name: "Fill in this field" });
  expect(links.map((link) => link.getAttribute("href"))).toEqual(["#name", "#address", "#datedOn"]);
  await waitFor(() => expect(document.getElementById("error-summary")).toHaveFocus());
  expect(field("Name")).toHaveAttribute("aria-invalid", "true");
  expect(sent).toEqual([]);
});

test("what the server refuses stands at its field, and what was typed stays", async () => {
  const issues = [{ field: "web", message: "Must begin with https://" }];
  show({ status: 400, body: { error: "bad_input", message: "Nothing was saved.", issues } });
  await userEvent.clear(field("Web address"));
  await userEvent.type(field("Web address"), "http://myndigheten.test");
  await save();
  expect(await screen.findByRole("link", { name: "Must begin with https://" })).toHaveAttribute(
    "href",
    "#web",
  );
  expect(field("Web address")).toHaveValue("http://myndigheten.test");
  expect(field("Web address")).toHaveAccessibleDescription(/Must begin with https/);
});

test("a lost race names what differs, and saving again is from the version there is now", async () => {
  const lost = { error: "changed_meanwhile", message: "Changed.", version: 5, changed: ["phone", "web"] };
  const sent = show({ status: 409, body: lost }, { status: 200, body: {} });
  await save();
  expect(await screen.findByRole("alert")).toHaveTextContent("Differs in: Phone, Web address.");
  await save();
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent.map(({ body }) => body.version)).toEqual([3, 5]);
});

test("no connection says so and keeps everything", async () => {
  show();
  await save();
  expect(await screen.findByRole("alert")).toHaveTextContent("Not reached.");
  expect(field("Name")).toHaveValue("Myndigheten");
});
