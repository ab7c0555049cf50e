import { Checkboxes, Radios } from "@/app/_ui/choices";
import { TextArea, TextField } from "@/app/_ui/field";
import { PageTitle } from "@/app/_ui/prose";
import type { Right } from "@/lib/domain/kernel/right";
import { ERASURE_GROUNDS, RESTRICTION_GROUNDS } from "@/lib/domain/law/grounds";
import type { Translate } from "@/lib/i18n/translator";
import { AccessFields } from "./access-fields";
import type { Answers } from "./answers";

export type FieldsProps = {
  readonly answers: Answers;
  readonly texts: { readonly say: Translate; readonly letter: Translate; readonly common: Translate };
};

/** The fields of a right's page: what the law makes relevant to it. */
export function DetailFields({
  right,
  authority,
  ...props
}: FieldsProps & { readonly right: Right; readonly authority: string }) {
  const { say } = props.texts;
  const title = <PageTitle>{say(`${right}.title`)}</PageTitle>;
  switch (right) {
    case "access":
      return <AccessFields {...props} />;
    case "rectification":
      return (
        <>
          {title}
          <Long name="wrong" of={right} {...props} hint sensitive required />
          <Long name="correct" of={right} {...props} />
          <Long name="complete" of={right} {...props} hint />
        </>
      );
    case "erasure":
    case "restriction":
      return (
        <>
          {title}
          <Long name="what" of={right} {...props} hint={right === "erasure"} sensitive />
          <Grounds of={right} {...props} />
        </>
      );
    case "portability":
      return <PortabilityFields {...props} />;
    case "objection":
      return (
        <>
          {title}
          <Long name="what" of={right} {...props} sensitive />
          <Disclosure {...props} />
          <Long name="situation" of={right} {...props} hint />
        </>
      );
    case "marketing_objection":
      return <MarketingFields {...props} />;
    case "automated_decision_review":
      return (
        <>
          {title}
          <Long name="decision" of={right} {...props} hint sensitive />
          <Long name="view" of={right} {...props} hint />
        </>
      );
    case "consent_withdrawal":
      return (
        <>
          {title}
          <Long name="what" of={right} {...props} hint sensitive />
        </>
      );
    case "complaint":
      return (
        <>
          {title}
          <Long
            name="what"
            of={right}
            {...props}
            hint={authority ? say("complaint.whatHint", { authority }) : say("complaint.whatHintNone")}
            sensitive
          />
        </>
      );
  }
}

/** One free text of a right, with its hint where it has one and, once a page, the advice not to write too much. */
function Long({
  name,
  of,
  answers,
  texts: { say, common },
  hint = false,
  sensitive = false,
  required = false,
}: FieldsProps & {
  readonly name: string;
  readonly of: Right;
  readonly hint?: boolean | string;
  readonly sensitive?: boolean;
  readonly required?: boolean;
}) {
  const own = typeof hint === "string" ? hint : hint ? say(`${of}.${name}Hint`) : "";
  const whole = [own, sensitive ? say("form.sensitive") : ""].filter(Boolean).join(" ");
  return (
    <TextArea
      name={name}
      label={say(`${of}.${name}`)}
      optional={required ? undefined : common("optional")}
      hint={whole || undefined}
      error={answers.error(name)}
      errorPrefix={common("errorPrefix")}
      defaultValue={answers.value(name)}
    />
  );
}

function Grounds({
  of,
  answers,
  texts: { say, letter, common },
}: FieldsProps & { readonly of: "erasure" | "restriction" }) {
  const grounds = of === "erasure" ? ERASURE_GROUNDS : RESTRICTION_GROUNDS;
  return (
    <Checkboxes
      name="grounds"
      label={say(`${of}.grounds`)}
      optional={common("optional")}
      hint={say(`${of}.groundsHint`)}
      error={answers.error("grounds")}
      errorPrefix={common("errorPrefix")}
      selected={answers.values("grounds")}
      choices={[
        ...grounds.map((value) => ({ value, label: letter(`${of}Ground.${value}`) })),
        { value: "unknown", label: say("form.unknown") },
      ]}
    />
  );
}

function PortabilityFields({ answers, texts: { say, common } }: FieldsProps) {
  const receiver = (
    <TextField
      name="receiver"
      label={say("portability.receiver")}
      optional={common("optional")}
      hint={say("portability.receiverHint")}
      error={answers.error("receiver")}
      errorPrefix={common("errorPrefix")}
      defaultValue={answers.value("receiver")}
      autoComplete="off"
    />
  );
  return (
    <Radios
      name="to"
      heading
      label={say("portability.title")}
      hint={say("portability.hint")}
      optional={common("optional")}
      error={answers.error("to")}
      errorPrefix={common("errorPrefix")}
      selected={answers.values("to")}
      choices={(["me", "controller", "unknown"] as const).map((value) => ({
        value,
        label: say(`portability.to.${value}`),
        inside: value === "controller" ? receiver : undefined,
      }))}
    />
  );
}

function Disclosure({ answers, texts: { say, common } }: FieldsProps) {
  return (
    <Checkboxes
      name="disclosure"
      label={say("objection.disclosure")}
      optional={common("optional")}
      selected={answers.values("disclosure")}
      choices={[{ value: "yes", label: say("objection.disclosureYes") }]}
    />
  );
}

function MarketingFields({ answers, texts: { say, common } }: FieldsProps) {
  return (
    <Checkboxes
      name="channels"
      heading
      label={say("marketing_objection.title")}
      hint={say("marketing_objection.hint")}
      optional={common("optional")}
      error={answers.error("channels")}
      errorPrefix={common("errorPrefix")}
      selected={answers.values("channels")}
      choices={(["all", "email", "sms", "phone", "post", "profiling"] as const).map((value) => ({
        value,
        label: say(`marketing_objection.channels.${value}`),
      }))}
    />
  );
}
