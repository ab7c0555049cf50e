import { randomUUID } from "node:crypto";
import type { Controller } from "@/lib/db/controller";
import type { Details } from "@/lib/domain/intake/filing";
import type { Language } from "@/lib/domain/kernel/language";
import type { TestApp } from "./app";
import { createVisitor, type Visitor } from "./http";
import type { CaughtMail } from "./smtp";

export type Person = {
  readonly email: string;
  readonly visitor: Visitor;
  /** References as they are shown, in the order of what was asked. */
  readonly references: readonly string[];
  readonly receipt: CaughtMail;
  /** What stands on the person's own page, as text. */
  read(): Promise<string>;
  /** Opens the link of the newest mail with such a subject, and reads the page it leads to once that says so much. */
  openMail(subject: RegExp, says: RegExp | string): Promise<string>;
  mails(): readonly CaughtMail[];
};

/** Somebody who files with a program, gets the mail, opens its link and confirms. */
export async function somebodyAsks(
  app: TestApp,
  controller: Controller,
  requests: readonly Details[],
  wish: { readonly language?: Language; readonly who?: object } = {},
): Promise<Person> {
  const { language = "sv", who = {} } = wish;
  const email = `${randomUUID().slice(0, 8)}@person.test`;
  const visitor = createVisitor(app.url, { language });
  const filing = { language, who: { name: "Åsa Påhittad", email, ...who }, requests };
  const filed = await visitor.postJson(`/api/public/${controller.slug}/filings`, filing, {
    "idempotency-key": randomUUID(),
  });
  if (filed.status !== 201) throw new Error(`It was not filed: ${filed.status} ${filed.text}`);
  const { requests: received } = JSON.parse(filed.text) as { requests: { reference: string }[] };
  const receipt = await app.smtp.waitForMail(email);
  const read = async () => textOf((await visitor.get("/my")).text);
  const open = async ({ links }: CaughtMail) => {
    await visitor.get(new URL(links.find((link) => link.includes("/c/")) ?? "").pathname);
    await visitor.submit("/api/public/confirm", {});
  };
  await open(receipt);
  return {
    email,
    visitor,
    receipt,
    read,
    references: received.map(({ reference }) => reference),
    openMail: async (subject, says) => {
      await open(await app.smtp.waitForMail(email, { subject, timeout: 60_000 }));
      return untilItSays(read, says);
    },
    mails: () => app.smtp.mails().filter(({ recipients }) => recipients.includes(email)),
  };
}

/** A mail can be read a moment before the server that took it has told so, and what it brings is there only then. */
async function untilItSays(read: () => Promise<string>, says: RegExp | string): Promise<string> {
  const until = Date.now() + 10_000;
  for (;;) {
    const text = await read();
    if (typeof says === "string" ? text.includes(says) : says.test(text)) return text;
    if (Date.now() > until) throw new Error(`The page does not say ${says}: ${text.slice(0, 2_000)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** What a reader sees of a page: its words, without marks. */
export function textOf(html: string): string {
  return html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/&nbsp;/g, " ")
    .replace(/&amp;/g, "&")
    .replace(/&#x27;|&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, " ");
}
