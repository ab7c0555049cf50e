import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { TASK_PROOF } from "@/app/api/staff/forms/decision-forms";
import { addProof } from "@/lib/commands/decision/end-task";

/** Files that show what became of a task that has ended. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    form: TASK_PROOF,
    run: async (ctx, fields, files) => {
      await addProof(
        ctx,
        fields,
        files.map(({ upload }) => upload),
      );
      return { done: "proof-added" };
    },
  });
}
