import type { Ctx } from "@/lib/commands/context";
import { saveWording } from "@/lib/commands/controller/save-wording";
import type { DemoColleague } from "./staff";

const WORDINGS = [
  {
    ...{ kind: "receipt", language: "sv", version: 0 },
    opening: "Hej, och tack för att du hör av dig till {controller}.",
    closing: "Vi är fyra personer som läser allt själva.\n\nVänliga hälsningar\nDataskyddsgruppen",
  },
  {
    ...{ kind: "receipt", language: "en", version: 0 },
    opening: "Hello, and thank you for getting in touch with {controller}.",
    closing: "We are four people and read everything ourselves.\n\nKind regards\nThe privacy team",
  },
  {
    ...{ kind: "answer_granted", language: "sv", version: 0 },
    opening: "Hej {name},\n\nhär är vårt svar på det du begärde den {received}.",
    closing: "Vänliga hälsningar\nDataskyddsgruppen",
  },
] as const;

/** Words of its own around some messages of a demo controller, as its administrator would write them. */
export async function seedWordings(ctx: Ctx, team: readonly DemoColleague[]): Promise<void> {
  const administrator = team.find(({ role }) => role === "administrator");
  if (!administrator) return;
  const { staffId } = administrator;
  const by: Ctx = { ...ctx, actor: { kind: "staff", staffId, roles: ["administrator"] } };
  for (const words of WORDINGS) await saveWording(by, words);
}
