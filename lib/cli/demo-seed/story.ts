import type { Outcome } from "@/lib/domain/decision/answer";
import type { Chance } from "./chance";

const DAY = 86_400_000;

/** What becomes of an invented filing. Open stories end today; closed ones ended before. */
export type Story = {
  readonly receivedAt: Date;
  readonly end:
    | { readonly kind: "decided"; readonly wish: Outcome; readonly at: Date }
    | { readonly kind: "withdrawn"; readonly at: Date }
    | { readonly kind: "unanswerable"; readonly at: Date }
    | { readonly kind: "open" };
  readonly confirmed: boolean;
  readonly assigned: boolean;
  readonly asked: boolean;
  readonly replied: boolean;
  readonly noted: boolean;
  readonly flagged: boolean;
  readonly mail: "accepted" | "failed" | "leave";
};

/**
 * A story such that the queue looks like a Monday: most of what is open has weeks left, some is due this week,
 * a few are late; the rest ended in the last hundred days.
 */
export function story(chance: Chance, now: Date): Story {
  const ago = (days: number) => new Date(now.getTime() - days * DAY);
  const closed = chance.under(0.44);
  const age = closed ? chance.between(8, 100) : openAge(chance);
  const receivedAt = ago(age);
  // An address can be confirmed for so long after its reminder; no request is closed for that before.
  const confirmed = closed ? chance.under(0.93) || age < 20 : chance.under(0.86);
  const soonest = confirmed ? 1 : 18;
  const ended = () => ago(Math.max(0.1, age - chance.between(soonest, Math.min(age, 29))));
  const asked = confirmed && !closed && chance.under(0.22) && age > 1;
  return {
    receivedAt,
    end: closed ? ending(chance, confirmed, ended()) : { kind: "open" },
    confirmed,
    assigned: closed || chance.under(0.6),
    asked,
    replied: asked && chance.under(0.5),
    noted: chance.under(0.2),
    flagged: !closed && chance.under(0.04),
    mail: age < 0.02 ? "leave" : chance.under(0.012) ? "failed" : "accepted",
  };
}

function openAge(chance: Chance): number {
  if (chance.under(0.03)) return chance.between(33, 44);
  if (chance.under(0.1)) return chance.between(25, 30);
  if (chance.under(0.03)) return chance.between(0.001, 0.01);
  return chance.between(0.05, 25);
}

function ending(chance: Chance, confirmed: boolean, at: Date): Story["end"] {
  if (!confirmed) return { kind: "decided", wish: "address_not_confirmed", at };
  if (chance.under(0.06)) return { kind: "withdrawn", at };
  if (chance.under(0.015)) return { kind: "unanswerable", at };
  const wishes: readonly Outcome[] = [
    "granted",
    "granted",
    "granted",
    "granted",
    "granted_in_part",
    "refused",
    "nothing_held",
  ];
  return { kind: "decided", wish: chance.pick(wishes), at };
}
