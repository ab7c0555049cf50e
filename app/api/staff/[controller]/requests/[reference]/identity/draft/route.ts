import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { IDENTITY_DRAFT } from "@/app/api/staff/forms/identity-forms";
import { draftIdentityRequest } from "@/lib/commands/identity/draft-request";

/** Keeps an identity request in the making and leads to its preview, which says what is missing. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    form: IDENTITY_DRAFT,
    goesTo: "identity/preview",
    run: async (ctx, fields) => {
      await draftIdentityRequest(ctx, fields);
      return { done: "kept" };
    },
  });
}
