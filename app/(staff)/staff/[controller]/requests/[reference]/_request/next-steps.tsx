import { words } from "@/app/_ui/words";
import type { NextStep } from "@/lib/domain/request/next-steps";
import type { RequestPage } from "@/lib/queries/request/request-page";
import { Box } from "../../../../_desk/box";

/** Where on the page a step is taken. */
const PLACES: Partial<Record<NextStep, string>> = {
  retry_notice: "#notices",
  post_letter: "#notices",
  recall: "#decision",
  read_reply: "#thread",
  assign: "#assign",
  close_unconfirmed: "#decision",
  decide: "#decision",
  check_authority: "#representation",
  authority_rejected: "#representation",
  await_identity: "#identity",
  send_code: "#identity",
  call_person: "#identity",
  judge_identity: "#identity",
  identity_failed: "#decision",
  answer_fee_objection: "#assessment",
  await_fee_choice: "#assessment",
  await_payment: "#assessment",
  fee_unanswered: "#assessment",
};

/** What is to be done next, the most pressing first. */
export async function NextSteps({ page }: { readonly page: RequestPage }) {
  const say = await words("staff");
  return (
    <Box id="next" title={say("request.next.title")}>
      <ol className="grid gap-1">
        {page.next.map((step) => {
          const place = PLACES[step];
          const text = say(`request.next.${step}`);
          return <li key={step}>{place ? <a href={place}>{text}</a> : text}</li>;
        })}
      </ol>
    </Box>
  );
}
