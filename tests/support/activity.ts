import type { Activity } from "@/lib/domain/controller/activity";

/** An invented activity in both languages, with a retention rule; a test changes what it is about. */
export function anActivity(change: Partial<Activity> = {}): Activity {
  return {
    name: { sv: "Kundtjänst", en: "Helpdesk" },
    purpose: { sv: "Svara på frågor.", en: "To answer questions." },
    basis: "b",
    interest: {},
    special: "",
    relationships: ["customer"],
    categories: { sv: "Namn och frågor.", en: "Names and questions." },
    recipients: [{ name: "Exempelsupport AB", country: "SE" }],
    transfers: [],
    retention: { sv: "Fem år efter att frågan avslutades.", en: "Five years after the matter was closed." },
    trigger: { sv: "frågan avslutades", en: "the matter was closed" },
    years: 5,
    months: 0,
    source: {},
    systems: ["Helpdesk", "E-post"],
    automated: null,
    consent: {},
    ...change,
  };
}
