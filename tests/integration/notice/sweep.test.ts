/** What the worker does every minute, when one of its steps cannot. */

import { startDraft } from "@/lib/commands/intake/start-draft";
import { db } from "@/lib/db/client";
import { sweep } from "@/lib/jobs/sweep";
import { useDatabase } from "@/tests/support/database";
import { ACCESS, aController, aFiling, filed, publicCtxAt } from "@/tests/support/desk";
import { systemCtx } from "@/tests/support/office";

const database = useDatabase();

test("a step that fails keeps neither what has expired nor a notice from its turn", async () => {
  const ctx = publicCtxAt(await aController());
  await startDraft(ctx, null, {});
  await database.query("postgres", `update "Draft" set "expiresAt" = now() - interval '1 minute'`);
  const { filingId } = await filed(ctx, aFiling([ACCESS]));
  await database.query("postgres", `alter table "DigestDay" rename to "DigestDayGone"`);
  const sent: string[] = [];
  const mailer = {
    send: async ({ to }: { readonly to: string }) => {
      sent.push(to);
      return { accepted: true } as const;
    },
    verify: async () => true,
    close: () => undefined,
  };
  await expect(sweep(systemCtx(), mailer)).rejects.toThrow("1 steps of the sweep failed");
  await database.query("postgres", `alter table "DigestDayGone" rename to "DigestDay"`);
  expect(await db().draft.count()).toBe(0);
  expect(sent).toHaveLength(1);
  const [notice] = await db().notice.findMany({ where: { filingId } });
  expect(notice?.state).toBe("accepted");
});
