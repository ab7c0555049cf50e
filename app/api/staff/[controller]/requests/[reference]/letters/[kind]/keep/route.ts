import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { LETTERS } from "@/app/api/staff/forms/request-forms";
import { keepLetter } from "@/lib/commands/notice/keep-letter";

type LetterRoute = DeskRoute & { readonly params: Promise<{ kind: string }> };

/** Keeps a letter that was written, and goes on to how it will leave. */
export async function POST(request: Request, route: LetterRoute): Promise<Response> {
  const { kind } = await route.params;
  return deskStep(request, route, {
    form: LETTERS[kind],
    goesTo: `letters/${encodeURIComponent(kind)}`,
    run: async (ctx, fields) => {
      await keepLetter(ctx, kind, fields);
      return { done: "kept" };
    },
  });
}
