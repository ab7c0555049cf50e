import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import {
  ColleagueCard,
  type ColleagueWords,
} from "@/app/(staff)/staff/[controller]/settings/staff/colleague-card.client";

const WORDS: ColleagueWords = {
  failed: "Not reached.",
  summary: "To put right",
  errorPrefix: "Error:",
  required: "Fill in this field",
  optional: "(optional)",
  saving: "Saving",
  you: "(you)",
  states: { active: "Active", invited: "Invited", closed: "Closed" },
  changeRoles: "Change roles",
  rolesFor: "Roles of Kim",
  rolesHint: "Signed out.",
  rolesSubmit: "Save roles",
  again: "Invite again",
  reset: "Reset sign-in",
  resetConfirm: "Reset Kim?",
  close: "Close account",
  closeConfirm: "Close Kim?",
  openRequests: "",
  open: "Open account",
  cancel: "Cancel",
};

const ROLES = [
  { value: "administrator", label: "Administrator" },
  { value: "officer", label: "Officer" },
];

const ROW = {
  id: "11111111-1111-4111-8111-111111111111",
  name: "Kim",
  email: "kim@x.example",
  version: 4,
  isYou: false,
};

type Sent = { readonly url: string; readonly body: unknown };

function show(
  row: { state: "active" | "invited" | "closed"; isYou?: boolean },
  answer = { status: 200, body: {} },
): Sent[] {
  const sent: Sent[] = [];
  global.fetch = async (url, init) => {
    sent.push({ url: String(url), body: JSON.parse(String(init?.body)) });
    return { ok: answer.status < 400, json: async () => answer.body } as Response;
  };
  render(
    <ul>
      <ColleagueCard
        slug="norrvik"
        row={{ ...ROW, roles: ["officer"], ...row }}
        roles={ROLES}
        words={WORDS}
      />
    </ul>,
  );
  return sent;
}

const buttons = () => screen.getAllByRole("button").map((button) => button.textContent);

afterEach(() => {
  Reflect.deleteProperty(global, "fetch");
});

test.each([
  ["active", ["Save roles", "Reset sign-in", "Close account"]],
  ["invited", ["Save roles", "Invite again", "Close account"]],
  ["closed", ["Save roles", "Open account"]],
] as const)("a colleague who is %s", (state, offered) => {
  show({ state });
  expect(buttons()).toEqual(offered);
});

test("oneself can only be given roles", () => {
  show({ state: "active", isYou: true });
  expect(buttons()).toEqual(["Save roles"]);
});

test("what cannot be taken back asks first, and Cancel does nothing", async () => {
  const sent = show({ state: "active" });
  await userEvent.click(screen.getByRole("button", { name: "Reset sign-in" }));
  expect(screen.getByText("Reset Kim?")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Cancel" }));
  expect(screen.queryByText("Reset Kim?")).toBeNull();
  expect(sent).toEqual([]);
  await userEvent.click(screen.getByRole("button", { name: "Close account" }));
  await userEvent.click(screen.getByRole("button", { name: "Close account" }));
  await waitFor(() =>
    expect(sent).toEqual([{ url: "/api/staff/norrvik/staff/disable", body: { staffId: ROW.id } }]),
  );
});

test("roles go with the version that was seen, and a refusal is said in the card", async () => {
  const refusal = {
    error: "bad_input",
    message: "No.",
    issues: [{ field: "", message: "Somebody has to be it." }],
  };
  const sent = show({ state: "active" }, { status: 400, body: refusal });
  await userEvent.click(screen.getByRole("checkbox", { name: "Administrator", hidden: true }));
  await userEvent.click(screen.getByRole("button", { name: "Save roles", hidden: true }));
  expect(await screen.findByRole("alert", { hidden: true })).toHaveTextContent("Somebody has to be it.");
  expect(sent).toEqual([
    {
      url: "/api/staff/norrvik/staff/roles",
      body: { staffId: ROW.id, version: 4, roles: ["administrator", "officer"] },
    },
  ]);
});
