import { changedSettings } from "@/lib/domain/controller/changed-settings";
import type { ControllerSettings } from "@/lib/domain/controller/settings";

const BEFORE = {
  name: "Norrvik",
  languages: ["sv", "en"],
  dpo: null,
  otherWays: { sv: "Ring." },
  feeEnabled: false,
} as unknown as ControllerSettings;

test("names what differs, and nothing else", () => {
  expect(changedSettings(BEFORE, { ...BEFORE })).toEqual([]);
  expect(changedSettings(BEFORE, { ...BEFORE, name: "Sydvik", feeEnabled: true })).toEqual([
    "name",
    "feeEnabled",
  ]);
  expect(changedSettings(BEFORE, { ...BEFORE, languages: ["en", "sv"] })).toEqual(["languages"]);
  expect(changedSettings(BEFORE, { ...BEFORE, dpo: { name: "M", email: "", phone: "1" } })).toEqual(["dpo"]);
  expect(changedSettings(BEFORE, { ...BEFORE, otherWays: { sv: "Ring.", en: "Call." } })).toEqual([
    "otherWays",
  ]);
});

test("an empty text and a missing one say the same, in whatever order", () => {
  expect(changedSettings(BEFORE, { ...BEFORE, otherWays: { en: "", sv: "Ring." } })).toEqual([]);
});
