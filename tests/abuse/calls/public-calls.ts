/** A true call for every changing route of the public side. */
import { randomUUID } from "node:crypto";
import { askQuestion } from "@/lib/commands/request/ask-question";
import { aProgramsFiling, fileOver } from "@/tests/support/attack";
import { filed } from "@/tests/support/desk";
import { filledForm } from "@/tests/support/form";
import { createVisitor, type Visitor } from "@/tests/support/http";
import { workingToken } from "@/tests/support/link";
import type { Call, Ground } from "./ground";

function aFilledForm({ app, slug }: Ground): Promise<Visitor> {
  const email = `${randomUUID().slice(0, 8)}@person.test`;
  return filledForm(app.url, slug, { name: "Ann Example", email, what: "hello" });
}

export const PUBLIC_CALLS: readonly Call[] = [
  [
    "/api/public/[controller]/filings",
    "filing.received",
    async ({ app, slug }) => {
      const [filing, key] = [aProgramsFiling(), randomUUID()];
      return () => fileOver(app, slug, filing, { key });
    },
  ],
  [
    "/api/public/[controller]/draft/submit",
    "filing.received",
    async (ground) => {
      const visitor = await aFilledForm(ground);
      return ground.form(visitor, `/api/public/${ground.slug}/draft/submit`, {});
    },
  ],
  [
    "/api/public/[controller]/draft/link",
    "link.mailed",
    async (ground) => {
      const visitor = await aFilledForm(ground);
      await visitor.submit(`/api/public/${ground.slug}/draft/submit`, {});
      return ground.form(visitor, `/api/public/${ground.slug}/draft/link`, {});
    },
  ],
  [
    "/api/public/confirm",
    "filing.confirmed",
    async ({ app, ctx, database, form }) => {
      const visitor = createVisitor(app.url);
      await visitor.get(`/c/${await workingToken(database, (await filed(ctx)).filingId)}`);
      return form(visitor, "/api/public/confirm", {});
    },
  ],
  [
    "/api/public/my/link",
    "link.mailed",
    async ({ app, aRequest, form }) => {
      const { reference, email } = await aRequest();
      return form(createVisitor(app.url), "/api/public/my/link", { reference, email });
    },
  ],
  [
    "/api/public/my/reply",
    "request.replied",
    async ({ officer, aRequest, aRequester, form }) => {
      const { reference, filingId } = await aRequest();
      await askQuestion(officer, { reference, version: 1, text: "Which year?" });
      const fields = { reference, text: "All of them.", idempotencyKey: randomUUID() };
      return form(await aRequester(filingId), "/api/public/my/reply", fields);
    },
  ],
  [
    "/api/public/my/withdraw",
    "request.withdrawn",
    async ({ aRequest, aRequester, form }) => {
      const { reference, filingId } = await aRequest();
      return form(await aRequester(filingId), "/api/public/my/withdraw", { reference });
    },
  ],
];
