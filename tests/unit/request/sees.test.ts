import type { Role } from "@/lib/domain/access/access";
import { sees, seesPerson } from "@/lib/domain/access/sees";

const staff = (...roles: Role[]) => ({ kind: "staff", staffId: "me", roles }) as const;
const mine = { assigneeId: "me" };
const others = { assigneeId: "somebody" };
const nobodys = { assigneeId: null };

test.each([
  [["officer"], true, true, true, true],
  [["dpo"], true, true, true, true],
  [["contributor"], true, false, true, false],
  [["auditor"], true, true, false, false],
  [["contributor", "auditor"], true, true, true, false],
  [["contributor", "officer"], true, true, true, true],
  [["administrator"], false, false, false, false],
  [[], false, false, false, false],
] as const)("%j sees own %p, others' %p; whose: own %p, others' %p", (roles, own, all, ownWho, allWho) => {
  const actor = staff(...roles);
  expect([sees(actor, mine), sees(actor, others), sees(actor, nobodys)]).toEqual([own, all, all]);
  expect([seesPerson(actor, mine), seesPerson(actor, others), seesPerson(actor, nobodys)]).toEqual([
    ownWho,
    allWho,
    allWho,
  ]);
});
