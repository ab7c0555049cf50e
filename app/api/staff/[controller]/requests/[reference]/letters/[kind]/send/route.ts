import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { sendLetter } from "@/lib/commands/notice/send-letter";

type LetterRoute = DeskRoute & { readonly params: Promise<{ kind: string }> };

/** Where the step was taken, and what is said there. Anything else is told on the request's own page. */
const SAID: Readonly<Record<string, { readonly done: string; readonly below?: string }>> = {
  question: { done: "asked" },
  forwarding: { done: "forwarded" },
  reopening: { done: "reopened" },
  lifting: { done: "lifting" },
  withdrawal: { done: "withdrawal" },
  direct: { done: "answered-directly" },
  others: { done: "others" },
  objection: { done: "objection-answered", below: "/assessment" },
};

/** Sends a letter that was written and looked at. */
export async function POST(request: Request, route: LetterRoute): Promise<Response> {
  const { kind } = await route.params;
  const { done = "", below = "" } = SAID[kind] ?? {};
  return deskStep(request, route, {
    below,
    run: async (ctx, fields) => {
      await sendLetter(ctx, kind, fields);
      return { done };
    },
  });
}
