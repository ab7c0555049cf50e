import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { answerCases, CaseError } from "@/lib/cli/clock-cases";
import examples from "./examples.json";

type Ran = { readonly code: number | null; readonly out: string; readonly err: string };

/** Runs the command as `npm run clock` does, in a process of its own. */
async function run(input: string, TZ = "UTC"): Promise<Ran> {
  const child = spawn(process.execPath, ["node_modules/tsx/dist/cli.mjs", "lib/cli/clock.ts"], {
    env: { ...process.env, TZ, NODE_OPTIONS: "" },
  });
  child.stdin.end(input);
  const closed = new Promise<number | null>((resolve) => child.on("close", resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  return { code, out, err };
}

const ONE = {
  id: "A",
  profile: "gdpr-se",
  region: "SE",
  holidayPolicy: "official",
  tz: "Europe/Stockholm",
  right: "access",
  received: "2026-03-05T10:00:00+01:00",
  events: [],
};
const one = (change: object) => JSON.stringify([{ ...ONE, ...change }]);

describe("npm run clock", () => {
  it("answers every case in order, with the fields that the examples expect", () => {
    const out = answerCases(
      JSON.stringify([
        { ...ONE, profile: "nz-privacy", right: "opt_out", events: [{ type: "appeal" }] },
        ...examples,
      ]),
    );
    const [unsupported, ...answers] = JSON.parse(out);
    expect(unsupported).toEqual({
      id: "A",
      status: "unsupported",
      due: null,
      nominal: null,
      target: null,
      safe: null,
      ackBy: null,
      extensionNoticeBy: null,
      refusalBy: null,
      confirmBy: null,
      dueEndExclusiveUtc: null,
      derivation: [],
    });
    expect(answers).toHaveLength(examples.length);
    for (const [index, example] of examples.entries()) {
      expect(answers[index]).toMatchObject({
        id: example.id,
        status: "expectedStatus" in example ? example.expectedStatus : "running",
        due: example.expectedDue,
        nominal: example.expectedNominal,
        safe: example.expectedNominal,
        ...("expectedExtensionNoticeBy" in example
          ? { extensionNoticeBy: example.expectedExtensionNoticeBy }
          : {}),
        ...("dueEndExclusiveUtc" in example ? { dueEndExclusiveUtc: example.dueEndExclusiveUtc } : {}),
      });
    }
  });

  it("prints the same bytes whatever zone the machine is in", async () => {
    const input = JSON.stringify(examples);
    const runs = await Promise.all(
      ["UTC", "America/Los_Angeles", "Pacific/Kiritimati", "Asia/Kolkata", "Europe/Stockholm"].map((zone) =>
        run(input, zone),
      ),
    );
    expect(new Set(runs.map(({ out }) => out)).size).toBe(1);
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0]);
  });

  it("reads a short case, with the region of its profile and the official policy", () => {
    const out = answerCases(
      '[{"id":"s","profile":"gdpr-FR-57","tz":"Europe/Paris","right":"complaint","received":"2026-03-03T10:00:00Z"}]',
    );
    expect(JSON.parse(out)).toMatchObject([
      { id: "s", status: "promised", due: "2026-04-07", target: "2026-03-27" },
    ]);
  });

  it("says paused, and replaces an event by a later one", () => {
    const asked = { id: "q", type: "identity_requested", at: "2026-03-06T10:00:00Z" };
    const out = answerCases(
      JSON.stringify([
        { ...ONE, events: [asked] },
        { ...ONE, id: "B", events: [asked, { type: "extend", at: "2026-03-06T10:00:00Z", supersedes: "q" }] },
        { ...ONE, id: "C", right: "consent_withdrawal" },
      ]),
    );
    expect(JSON.parse(out)).toMatchObject([
      { id: "A", status: "paused", due: null, dueEndExclusiveUtc: null },
      { id: "B", status: "running", due: "2026-06-05" },
      { id: "C", status: "at_once", due: null },
    ]);
  });

  it("answers an empty list with an empty list", () => expect(answerCases("[]")).toBe("[]"));

  it.each([
    ["no JSON", "[{", /^The input is not JSON/],
    ["nothing", "", /^The input is not JSON/],
    ["no list", "{}", /^The input is not a list/],
    ["no case", "[3]", /^Case 1: it is not an object/],
    ["no id", one({ id: undefined }), /^Case 1: "id" is not a text/],
    ["a zone that does not exist", one({ tz: "Europe/Atlantis" }), /^Case 1 \(A\): "tz" is not a time zone/],
    ["a right that does not exist", one({ right: "forgetting" }), /^Case 1 \(A\): "right" is none of access/],
    [
      "a time without offset",
      one({ received: "2026-03-05T10:00:00" }),
      /^Case 1 \(A\): "received" is not a date and time/,
    ],
    [
      "a day that does not exist",
      one({ received: "2026-02-30T10:00:00Z" }),
      /^Case 1 \(A\): "received" is not a date/,
    ],
    [
      "a year far away",
      one({ received: "9999-03-05T10:00:00Z" }),
      /^Case 1 \(A\): "received" is not between/,
    ],
    ["an unknown policy", one({ holidayPolicy: "all" }), /^Case 1 \(A\): "holidayPolicy" is none of/],
    [
      "an unknown event",
      one({ events: [{ type: "appeal", at: "2026-03-05T10:00:00Z" }] }),
      /^Case 1 \(A\): "events.0.type" is none of/,
    ],
    [
      "an event without a time",
      one({ events: [{ type: "extend" }] }),
      /^Case 1 \(A\): "events.0.at" is not a date and time/,
    ],
  ])("refuses %s with one sentence", (_, input, sentence) => {
    expect(() => answerCases(input)).toThrow(CaseError);
    expect(() => answerCases(input)).toThrow(sentence);
  });

  it("ends with code 1 and the sentence alone on stderr", async () => {
    const { code, out, err } = await run("[3]");
    expect({ code, out, err }).toEqual({ code: 1, out: "", err: "Case 1: it is not an object.\n" });
  });
});
