import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { SettingsForm } from "@/app/(staff)/staff/_settings/settings-form.client";
import { settingsWords } from "@/app/(staff)/staff/_settings/settings-words";
import { toValues } from "@/app/(staff)/staff/_settings/values";
import type { ControllerSettings } from "@/lib/domain/controller/settings";
import { translator } from "@/lib/i18n/translator";
import { settingsInput } from "@/lib/schemas/controller/settings";

const WORDS = settingsWords(
  translator("en", "staffAccess"),
  translator("en", "law"),
  {
    authorities: [
      { slug: "sedi", name: "Integritetsskyddsmyndigheten", countries: ["SE"] },
      { slug: "dkdt", name: "Datatilsynet", countries: ["DK"] },
    ],
    regions: ["DK", "SE"],
    profiles: [
      { id: "gdpr-se", law: "gdpr", open: ["identity", "halfDays"] },
      { id: "gdpr-dk", law: "gdpr", open: ["identity", "halfDays"] },
    ],
  },
  "Save settings",
);

const SETTINGS: ControllerSettings = {
  name: "Norrviks kommun",
  registrationNumber: "212000-0001",
  address: "Storgatan 1\n123 45 Norrvik",
  contactEmail: "dataskydd@norrvik.example",
  contactPhone: "+46 123",
  country: "SE",
  region: "SE",
  zone: "Europe/Stockholm",
  languages: ["sv", "en"],
  dpo: { name: "Maj Lind", email: "dso@norrvik.example", phone: "" },
  authority: "sedi",
  profile: "gdpr-se",
  holidayPolicy: "statutory",
  feeEnabled: false,
  dpoApproves: "none",
  targetDaysBefore: 7,
  privacyPolicyUrl: "https://norrvik.example/dataskydd",
  cookieSettingsUrl: "",
  otherWays: { sv: "Skriv till oss.", en: "Write to us." },
  protectedIdentityNotice: { sv: "Säg till först.", en: "" },
};

type Sent = {
  readonly url: string;
  readonly body: { version: number; movesTold: number; feesTold: number; settings: Record<string, unknown> };
};

/** Shows the form; each posting is answered with the next of the answers. */
function show(...answers: readonly { readonly status: number; readonly body: object }[]): Sent[] {
  const sent: Sent[] = [];
  const left = [...answers];
  global.fetch = async (url, init) => {
    sent.push({ url: String(url), body: JSON.parse(String(init?.body)) });
    const answer = left.shift();
    if (!answer) throw new TypeError("no answer");
    return { ok: answer.status < 400, json: async () => answer.body } as Response;
  };
  render(<SettingsForm slug="norrvik" version={3} values={toValues(SETTINGS)} words={WORDS} />);
  return sent;
}

const field = (label: string) => screen.getByLabelText(label, { exact: false });
const save = () => userEvent.click(screen.getByRole("button", { name: "Save settings" }));

afterEach(() => {
  Reflect.deleteProperty(global, "fetch");
});

test("what was kept comes back as it was, in the shape that the server reads", async () => {
  const sent = show({ status: 200, body: {} });
  await save();
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]?.url).toBe("/api/staff/norrvik/settings");
  expect(sent[0]?.body.version).toBe(3);
  const read = settingsInput.parse(sent[0]?.body.settings);
  expect(read).toEqual(SETTINGS);
});

test("every field is changed by its own label", async () => {
  const sent = show({ status: 200, body: {} });
  const user = userEvent.setup();
  await user.selectOptions(field("Supervisory authority"), "dkdt");
  await user.selectOptions(field("Default language"), "en");
  await user.click(screen.getByRole("checkbox", { name: "Swedish" }));
  await user.clear(field("Answers are wanted"));
  await user.type(field("Answers are wanted"), "3");
  await user.click(field("A fee may be charged"));
  await user.selectOptions(field("The data protection officer approves"), "everything");
  await user.type(field("Notice about protected identity (English)"), "Tell us first.");
  await save();
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]?.body.settings).toMatchObject({
    authority: "dkdt",
    languages: ["en"],
    targetDaysBefore: 3,
    feeEnabled: !SETTINGS.feeEnabled,
    dpoApproves: "everything",
    protectedIdentityNotice: { sv: "Säg till först.", en: "Tell us first." },
  });
});

test("what the server refuses stands on top and at its field, and everything typed stays", async () => {
  const issues = [
    { field: "settings.zone", message: "No such zone" },
    { field: "settings.dpo.email", message: "No address" },
  ];
  show({ status: 400, body: { error: "bad_input", message: "Look.", issues } });
  await userEvent.clear(field("Time zone"));
  await userEvent.type(field("Time zone"), "Mars/Olympus");
  await save();
  const links = await screen.findAllByRole("link");
  expect(links.map((link) => link.getAttribute("href"))).toEqual(["#settings.zone", "#settings.dpo.email"]);
  for (const { field: id } of issues) expect(document.getElementById(id)).toBeInvalid();
  expect(field("Time zone")).toHaveValue("Mars/Olympus");
  expect(field("Time zone")).toHaveAccessibleDescription(/No such zone/);
});

test("what must be there is asked for before anything is sent", async () => {
  const sent = show();
  await userEvent.clear(field("Name of the organisation"));
  await save();
  expect(await screen.findByRole("link", { name: "Fill in this field" })).toHaveAttribute(
    "href",
    "#settings.name",
  );
  expect(sent).toEqual([]);
});

test("a lost race names what the other one changed; saving again goes from the version there is now", async () => {
  const lost = {
    error: "changed_meanwhile",
    message: "Changed.",
    version: 5,
    changed: ["contactPhone", "zone"],
  };
  const sent = show({ status: 409, body: lost }, { status: 200, body: {} });
  await userEvent.clear(field("Name of the organisation"));
  await userEvent.type(field("Name of the organisation"), "Nytt namn");
  await save();
  expect(await screen.findByRole("alert")).toHaveTextContent("Changed: Phone for questions, Time zone.");
  expect(field("Name of the organisation")).toHaveValue("Nytt namn");
  await save();
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent.map(({ body }) => body.version)).toEqual([3, 5]);
});

test("a change that moves the dates of open requests says how many first, and saving again carries that", async () => {
  const told = { error: "moves_dates", message: "12 of 40 open requests would get other dates.", moves: 12 };
  const sent = show({ status: 409, body: told }, { status: 200, body: {} });
  await userEvent.clear(field("Answers are wanted"));
  await userEvent.type(field("Answers are wanted"), "3");
  await save();
  expect(await screen.findByRole("alert")).toHaveTextContent("12 of 40 open requests");
  await save();
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent.map(({ body }) => body.movesTold)).toEqual([0, 12]);
});

test("a change that ends fees says how many stand first, and saving again carries that", async () => {
  const told = { error: "ends_fees", message: "3 fees stand, 1 of them paid.", standing: 3, paid: 1 };
  const sent = show({ status: 409, body: told }, { status: 200, body: {} });
  await save();
  expect(await screen.findByRole("alert")).toHaveTextContent("3 fees stand");
  await save();
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent.map(({ body }) => body.feesTold)).toEqual([0, 3]);
});
