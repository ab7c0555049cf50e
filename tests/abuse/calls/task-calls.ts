/** A true call for every changing route of tasks, letters and approval. */
import { askQuestion } from "@/lib/commands/request/ask-question";
import type { Call } from "./ground";

export const TASK_CALLS: readonly Call[] = [
  [
    "/api/staff/[controller]/requests/[reference]/undo-send",
    "notice.recalled",
    async ({ aRequest, everybody, json, officer, one, slug }) => {
      const { reference } = await aRequest();
      await askQuestion(officer, { reference, version: 1, text: "Which year?" });
      // It leaves in an hour, as far as the worker knows.
      const sql = `update "Notice" set "nextAttemptAt" = now() + interval '1 hour'
        where kind = 'question' and "requestId" = (select id from "RightsRequest" where reference = $1) returning id`;
      const { id: noticeId } = await one<{ id: string }>(sql, reference);
      return json(everybody, `/api/staff/${slug}/requests/${reference}/undo-send`, { version: 2, noticeId });
    },
  ],
];
