/** Whatever the demo's people ask for, its officers answer lawfully: by chance some requests come up once in hundreds. */
import { answerFor } from "@/lib/cli/demo-seed/answers";
import { asked } from "@/lib/cli/demo-seed/asked";
import { chanceFrom } from "@/lib/cli/demo-seed/chance";
import { dealtWith } from "@/lib/cli/demo-seed/dealt-with";
import { completeAnswer } from "@/lib/domain/decision/answer";
import { askedIn } from "@/lib/domain/decision/asked";
import { NOT_BARRED } from "@/lib/domain/decision/barred";
import type { IsoDate } from "@/lib/domain/kernel/date";

const TODAY = "2026-04-01" as IsoDate;
const CASE = {
  confirmed: true,
  authorityNamed: true,
  today: TODAY,
  stopOpen: false,
  closable: true,
} as const;

test.each(["sv", "en"] as const)(
  "every invented request can be granted, in whole and in part (%s)",
  (language) => {
    const chance = chanceFrom(7);
    const seen = new Set<string>();
    for (let n = 0; n < 400; n += 1) {
      for (const details of asked(chance, language, false)) {
        const of = { ...CASE, right: details.right, asked: askedIn(details), barred: NOT_BARRED };
        for (const part of of.asked) seen.add(part);
        for (const wish of ["granted", "granted_in_part", "nothing_held"] as const) {
          const answer = dealtWith(answerFor(details.right, wish, language, TODAY), details, language);
          expect([details, completeAnswer(answer, of)]).toMatchObject([details, { ok: true }]);
        }
      }
    }
    expect([...seen].toSorted()).toEqual(["correction", "no_disclosure", "to_controller"]);
  },
);
