import { words } from "@/app/_ui/words";
import type { Ctx } from "@/lib/commands/context";
import { assessmentLine } from "@/lib/queries/fee/assessment-line";
import { Box } from "../../../../_desk/box";

/** How far the assessment is, and the way to it; nothing for who may not read it. */
export async function AssessmentBox({ ctx, reference }: { readonly ctx: Ctx; readonly reference: string }) {
  const line = await assessmentLine(ctx, reference);
  if (!line) return null;
  const say = await words("fee");
  return (
    <Box id="assessment" title={say("title")}>
      <p>{line.assessment ? say(`state.${line.assessment}`) : say("line.none")}</p>
      {line.fee ? <p>{say("line.fee", { state: say(`feeState.${line.fee}`) })}</p> : null}
      <a
        href={`/staff/${ctx.controller.slug}/requests/${reference}/assessment`}
        className="inline-flex min-h-11 items-center"
      >
        {say("line.link")}
      </a>
    </Box>
  );
}
