import type { Translate } from "@/lib/i18n/translator";
import type { FormWords } from "./use-json-form.client";

/** What every form says, from the messages of the staff side. */
export function formWords(say: Translate): FormWords {
  return {
    failed: say("form.failed"),
    summary: say("form.summary"),
    errorPrefix: say("form.errorPrefix"),
    required: say("form.required"),
    optional: say("form.optional"),
    saving: say("form.saving"),
  };
}
