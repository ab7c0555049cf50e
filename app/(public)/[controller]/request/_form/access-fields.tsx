import { Radios } from "@/app/_ui/choices";
import { DateField } from "@/app/_ui/date-field";
import { TextArea } from "@/app/_ui/field";
import type { FieldsProps } from "./detail-fields";

/** Access: everything, or a period or subject. */
export function AccessFields({ answers, texts: { say, common } }: FieldsProps) {
  const parts = { day: common("date.day"), month: common("date.month"), year: common("date.year") };
  const shared = { optional: common("optional"), errorPrefix: common("errorPrefix") };
  const part = (
    <>
      <DateField
        name="from"
        label={say("access.from")}
        hint={say("access.dateHint")}
        parts={parts}
        {...answers.date("from")}
        {...shared}
      />
      <DateField name="to" label={say("access.to")} parts={parts} {...answers.date("to")} {...shared} />
      <TextArea
        name="subject"
        rows={3}
        label={say("access.subject")}
        hint={`${say("access.subjectHint")} ${say("form.sensitive")}`}
        error={answers.error("subject")}
        defaultValue={answers.value("subject")}
        {...shared}
      />
    </>
  );
  return (
    <Radios
      name="scope"
      heading
      label={say("access.title")}
      hint={say("access.hint")}
      error={answers.error("scope")}
      selected={answers.values("scope").length > 0 ? answers.values("scope") : ["everything"]}
      choices={[
        { value: "everything", label: say("access.scope.everything") },
        { value: "part", label: say("access.scope.part"), inside: part },
        { value: "unknown", label: say("access.scope.unknown"), hint: say("access.scope.unknownHint") },
      ]}
      errorPrefix={shared.errorPrefix}
    />
  );
}
