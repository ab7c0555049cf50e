import { type Onward, refusalIn, respondRefused } from "@/app/_ui/refusal";
import { pageLanguage } from "@/app/_ui/words";
import { readFields } from "@/app/api/staff/answer";
import { formAgain } from "@/app/api/staff/form-again";
import type { Form } from "@/app/api/staff/form-fields";

type Fields = Readonly<Record<string, unknown>>;

/** What the page of errors adds to a form: fields unseen (undefined takes one out), and words of its own for the button. */
export type Told = {
  readonly hidden: Readonly<Record<string, string | undefined>>;
  readonly button?: string;
};

/**
 * A plain form of the staff that is no step on a request. Refused, what was typed is shown field by field with what is
 * wrong, and can be sent again.
 */
export async function formStep(
  request: Request,
  { form, link, told }: { form: Form; link: NonNullable<Onward["link"]>; told?: (error: unknown) => Told },
  work: (fields: Fields) => Promise<Response>,
): Promise<Response> {
  let fields: Fields = {};
  try {
    fields = await readFields(request);
    return await work(fields);
  } catch (error) {
    const refusal = refusalIn(error);
    if (!refusal) throw error;
    const { hidden = {}, button } = told?.(error) ?? {};
    const sent = { form, fields: { ...fields, ...hidden } };
    const again = formAgain(request, sent, refusal, { language: await pageLanguage(), button });
    return respondRefused(error, request, { ownNames: true, link, again });
  }
}
