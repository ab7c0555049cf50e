/** A true call for every changing route of the desk. */
import { flag } from "@/lib/commands/request/flag";
import { answerTo } from "@/tests/support/answers";
import { untilSent } from "@/tests/support/attack";
import { filed } from "@/tests/support/desk";
import { type Call, type Ground, LETTER, type Ready } from "./ground";

type Fields = Readonly<Record<string, unknown>>;

/** A step on a request of its own; `before` brings it so far and returns fields of its own. */
const step =
  (
    name: string,
    fields: Fields,
    before: (ground: Ground, reference: string) => Promise<object> = async () => ({}),
  ): Ready =>
  async (ground) => {
    const { reference } = await ground.aRequest();
    const all = { version: 1, ...fields, ...(await before(ground, reference)) };
    return ground.json(ground.everybody, `/api/staff/${ground.slug}/requests/${reference}/${name}`, all);
  };

/** Writes an answer and looks at its letter; returns the letter's fingerprint. */
async function previewed({ everybody, json, slug }: Ground, reference: string): Promise<{ letter: string }> {
  const answer = answerTo("access");
  await json(everybody, `/api/staff/${slug}/requests/${reference}/draft`, answer)();
  const { text } = await everybody.get(`/staff/${slug}/requests/${reference}/answer/preview`);
  const [, letter] = /name="letter" value="([0-9a-f]{64})"/.exec(text) ?? [];
  if (letter === undefined) throw new Error("The letter cannot be looked at.");
  return { letter };
}

const REASON = { ground: "excessive", reason: "The tenth this week." };

export const DESK_CALLS: readonly Call[] = [
  [
    "/api/staff/[controller]/queue/search",
    "person.searched",
    async ({ everybody, form, slug }) =>
      form(everybody, `/api/staff/${slug}/queue/search`, { search: "ann@person.test" }),
  ],
  [
    "/api/staff/[controller]/queue/take",
    "request.assigned",
    async ({ aRequest, everybody, form, slug }) => {
      const { reference } = await aRequest();
      return form(everybody, `/api/staff/${slug}/queue/take`, { reference, version: "1", back: "" });
    },
  ],
  [
    "/api/staff/[controller]/requests/[reference]/assign",
    "request.assigned",
    step("assign", {}, async ({ aColleague }) => ({ assigneeId: (await aColleague()).staffId })),
  ],
  ["/api/staff/[controller]/requests/[reference]/note", "request.noted", step("note", { text: "A note" })],
  [
    LETTER,
    "request.question_asked",
    async (ground) => {
      const { reference } = await ground.aRequest();
      return ground.letter(reference, "question", { version: 1, text: "Which year?" });
    },
  ],
  ["/api/staff/[controller]/requests/[reference]/flag", "request.flagged", step("flag", REASON)],
  [
    "/api/staff/[controller]/requests/[reference]/remove-flag",
    "request.flag_removed",
    step("remove-flag", { version: 2 }, async ({ officer, one }, reference) => {
      await flag(officer, { reference, version: 1, ...REASON });
      const sql = `select f.id as "flagId" from "RequestFlag" f
        join "RightsRequest" r on r.id = f."requestId" where r.reference = $1`;
      return one(sql, reference);
    }),
  ],
  ["/api/staff/[controller]/requests/[reference]/send", "decision.made", step("send", {}, previewed)],
  [
    "/api/staff/[controller]/requests/[reference]/recall",
    "decision.recalled",
    step("recall", { version: 2 }, async (ground, reference) => {
      const { everybody, json, slug } = ground;
      const letter = await previewed(ground, reference);
      // An answer waits a minute before it leaves.
      await json(everybody, `/api/staff/${slug}/requests/${reference}/send`, { version: 1, ...letter })();
      return {};
    }),
  ],
  [
    "/api/staff/[controller]/requests/[reference]/letter",
    "request.opened",
    async (ground) => {
      const { everybody, json, slug } = ground;
      const { reference } = await ground.aRequest();
      const letter = await previewed(ground, reference);
      const path = `/api/staff/${slug}/requests/${reference}`;
      await json(everybody, `${path}/send`, { version: 1, ...letter })();
      return () => everybody.get(`${path}/letter`, { accept: "application/json" });
    },
  ],
  [
    "/api/staff/[controller]/notices/retry",
    "notice.retried",
    async ({ ctx, database, everybody, form, one, slug }) => {
      const { filingId } = await filed(ctx);
      await untilSent(database);
      const sql = `update "Notice" set state = 'failed' where "filingId" = $1 returning id`;
      const { id } = await one<{ id: string }>(sql, filingId);
      return form(everybody, `/api/staff/${slug}/notices/retry`, { noticeId: id, reference: "" });
    },
  ],
  [
    "/api/staff/[controller]/audit/events",
    "export.events",
    async ({ everybody, form, slug }) => form(everybody, `/api/staff/${slug}/audit/events`, {}),
  ],
  [
    "/api/staff/[controller]/audit/requests",
    "export.requests",
    async ({ everybody, form, slug }) => form(everybody, `/api/staff/${slug}/audit/requests`, {}),
  ],
  [
    "/api/staff/[controller]/audit/contacts",
    "export.contacts",
    async ({ everybody, form, slug }) => form(everybody, `/api/staff/${slug}/audit/contacts`, {}),
  ],
];
