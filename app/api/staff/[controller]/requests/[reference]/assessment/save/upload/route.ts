import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { ASSESSMENT } from "@/app/api/staff/forms/fee-forms";
import { proposeAssessment } from "@/lib/commands/fee/propose-assessment";
import { saveAssessment } from "@/lib/commands/fee/save-assessment";
import { Refused } from "@/lib/domain/kernel/refusal";

/** Keeps the assessment in the making with the files that prove it; with `then`, a complete one goes on to its second person at once. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    below: "/assessment",
    form: ASSESSMENT,
    run: async (ctx, fields, files) => {
      const { then, ...written } = fields;
      const uploads = files.map(({ upload }) => upload);
      const { version } = await saveAssessment(ctx, written, uploads);
      if (then !== "propose") return { done: "assessment-saved" };
      try {
        await proposeAssessment(ctx, { reference: written.reference, version });
        return { done: "assessment-proposed" };
      } catch (error) {
        // It is kept; the page says what is missing.
        if (!(error instanceof Refused) || error.refusal.code !== "assessment_incomplete") throw error;
        return { done: "assessment-incomplete" };
      }
    },
  });
}
