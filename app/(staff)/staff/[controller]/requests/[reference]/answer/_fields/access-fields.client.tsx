"use client";
import { type Path, useWatch } from "react-hook-form";
import type { AccessBlock } from "@/lib/domain/decision/content";
import type { AnswerValues } from "../values";
import { Choice, type Kit, Line, Lines, Part } from "./field-kit.client";
import { RecipientFields } from "./recipient-fields.client";

/** What GDPR Art. 15(1) and (2) want said. (e) and (f) are in every letter. */
export function AccessFields(kit: Kit) {
  return (
    <>
      <Lines {...kit} at="content.scope" say="access.scope" rows={2} />
      <Always {...kit} block="a" />
      <Always {...kit} block="b" />
      <Block {...kit} block="c">
        <RecipientFields {...kit} say="access.recipients" />
        <Lines {...kit} at="content.unnamed" say="access.unnamed" rows={2} optional />
      </Block>
      <Always {...kit} block="d" />
      <Part title={kit.words.own["access.fixed"]}>
        <p className="text-soft">{kit.words.own["access.fixedHint"]}</p>
      </Part>
      <Block {...kit} block="g" />
      <Block {...kit} block="h" />
      <Block {...kit} block="transfers" />
      <Lines {...kit} at="content.codes" say="access.codes" rows={3} optional />
    </>
  );
}

/** A part that applies wherever data is processed. */
function Always({ block, ...kit }: Kit & { readonly block: AccessBlock }) {
  return <Lines {...kit} at={`content.blocks.${block}.text`} say={`access.${block}`} rows={5} />;
}

/** A part that may not apply, and then says why. */
function Block({
  block,
  children,
  ...kit
}: Kit & { readonly block: AccessBlock; readonly children?: React.ReactNode }) {
  const at = `content.blocks.${block}`;
  const says: unknown = useWatch({ control: kit.form.control, name: `${at}.says` as Path<AnswerValues> });
  return (
    <Part title={kit.words.own[`access.${block}`]}>
      <Choice
        {...kit}
        at={`${at}.says`}
        say={`access.says.${block}`}
        list="access.say"
        choices={["text", "none"]}
      />
      {says === "text" ? (
        <>
          <Lines {...kit} at={`${at}.text`} say="access.text" rows={4} />
          {children}
        </>
      ) : null}
      {says === "none" ? <Line {...kit} at={`${at}.because`} say="access.because" /> : null}
    </Part>
  );
}
