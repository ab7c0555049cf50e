/**
 * A complaint in the United Kingdom is acknowledged within 30 days (Data Protection Act 2018, s. 164A, in force from 19
 * June 2026): through the commands, by mail and by post.
 */
import { remindDesk } from "@/lib/commands/clock/remind-desk";
import type { Ctx } from "@/lib/commands/context";
import { recordPosting } from "@/lib/commands/notice/record-posting";
import { assign } from "@/lib/commands/request/assign";
import { db } from "@/lib/db/client";
import { requestByReference } from "@/lib/db/request";
import { clockView } from "@/lib/queries/clock/clock-view";
import { useDatabase } from "@/tests/support/database";
import { aController, aFiling, filedAndConfirmed, publicCtxAt, staffCtxAt } from "@/tests/support/desk";
import { entered } from "@/tests/support/entry";
import { accept } from "@/tests/support/identity";
import { noticeText } from "@/tests/support/notice-text";
import { systemCtx } from "@/tests/support/office";

useDatabase();

const COMPLAINT = { right: "complaint", what: "You answered too late." } as const;
const at = (day: string) => () => new Date(`${day}T11:00:00Z`);

async function aDesk(profile: string, received: string, today: string) {
  const of = { profile, region: "GB-ENG", zone: "Europe/London", authority: "gbico", country: "GB" } as const;
  const controller = await aController({ ...of, languages: ["en"], otherWays: {}, feeEnabled: false });
  const officer = await staffCtxAt(controller, ["officer"], at(today));
  const visitor: Ctx = { ...publicCtxAt(controller, at(received)), language: "en" };
  const limit = async (reference: string) => {
    const { clock, confirmedOn } = await clockView(officer, reference);
    return [clock.ackBy, confirmedOn];
  };
  return { controller, officer, visitor, limit };
}

const complains = (visitor: Ctx) =>
  filedAndConfirmed(visitor, { ...aFiling([COMPLAINT]), language: "en" as const });

test.each(["uk-gdpr-eng"])(
  "under %s the desk shows the day and reminds of it until the receipt, which is the acknowledgement, has left",
  async (profile) => {
    // Received on Thursday 2 July: the 30th day is Saturday 1 August. The calendar of England is unchecked, so it leads.
    const { controller, officer, visitor, limit } = await aDesk(profile, "2026-07-02", "2026-07-06");
    const { reference } = await complains(visitor);
    await assign(officer, { reference, version: 1, assigneeId: officer.staffId });
    const request = await requestByReference(controller.id, reference);
    expect(await limit(reference)).toEqual(["2026-08-01", null]);
    const reminded = async () => {
      const rows = await db().reminder.findMany({ where: { requestId: request?.id as string } });
      return rows.map(({ kind }) => kind);
    };
    await remindDesk({ ...systemCtx(), now: at("2026-07-28") });
    expect(await reminded()).not.toContain("acknowledgement");
    await remindDesk({ ...systemCtx(), now: at("2026-07-29") });
    expect(await reminded()).toContain("acknowledgement");

    const receipt = await db().notice.findFirstOrThrow({
      where: { controllerId: controller.id, kind: "receipt" },
    });
    const text = await noticeText(receipt.id);
    expect(text).toContain("the acknowledgement of your complaint");
    expect(text).toContain("section 164A");
    await accept(officer);
    expect(await limit(reference)).toEqual(["2026-08-01", "2026-07-06"]);
  },
);

test("a complaint from before the duty was in force is acknowledged by the same day, and why it is no duty is said", async () => {
  const rulesOf = async (received: string) => {
    const { officer, visitor, limit } = await aDesk("uk-gdpr-eng", received, "2026-06-20");
    const { reference } = await complains(visitor);
    const { clock } = await clockView(officer, reference);
    const said = clock.derivation.map(({ rule }) => rule);
    return { limit: await limit(reference), before: said.includes("not_in_force"), said };
  };
  expect(await rulesOf("2026-06-18")).toMatchObject({ limit: ["2026-07-18", null], before: true });
  const first = await rulesOf("2026-06-19");
  expect(first).toMatchObject({ limit: ["2026-07-19", null], before: false });
  expect(first.said).toContain("acknowledge_by");
});

test("who complains by letter is acknowledged by the letter that was posted, on the day it went", async () => {
  const { controller, officer, limit } = await aDesk("uk-gdpr-eng", "2026-07-02", "2026-07-06");
  const { reference } = await entered(officer, {
    ...{ receivedOn: "2026-07-02", knownBack: true, language: "en", rights: ["complaint"] },
    details: { complaint: COMPLAINT },
  });
  expect(await limit(reference)).toEqual(["2026-08-01", null]);
  const { id: noticeId } = await db().notice.findFirstOrThrow({
    where: { controllerId: controller.id, kind: "receipt", state: "to_post" },
  });
  await recordPosting(officer, { noticeId, postedOn: "2026-07-06", how: "post" });
  expect(await limit(reference)).toEqual(["2026-08-01", "2026-07-06"]);
});
