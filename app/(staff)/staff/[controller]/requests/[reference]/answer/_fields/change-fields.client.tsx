"use client";
import { type Path, useWatch } from "react-hook-form";
import type { AnswerValues } from "../values";
import { Choice, DayField, Grounds, type Kit, Line, Lines, Rows } from "./field-kit.client";
import { RecipientFields } from "./recipient-fields.client";

const CHANGE = { what: "", before: "", after: "", on: "" };
const ERASED = { what: "", where: "", on: "" };

export function useValue(kit: Kit, at: string): unknown {
  return useWatch({ control: kit.form.control, name: at as Path<AnswerValues> });
}

/** Whether those who received the data are told of its change (Art. 19). */
function TellingFields(kit: Kit) {
  const told = useValue(kit, "content.told");
  return (
    <>
      <Choice
        {...kit}
        at="content.told"
        say="told"
        list="tellings"
        choices={["recipients", "none", "impossible"]}
      />
      {told === "recipients" ? <RecipientFields {...kit} /> : null}
      {told === "impossible" ? <Lines {...kit} at="content.notTold" say="notTold" /> : null}
    </>
  );
}

/** What the data said and says now (GDPR Art. 16), and whether it was restricted meanwhile (Art. 18(1)(a)). */
export function RectificationFields(kit: Kit & { readonly refused: boolean }) {
  return (
    <>
      {kit.refused ? null : (
        <>
          <Rows {...kit} at="content.changes" say="changes" blank={CHANGE}>
            {(path) => (
              <>
                <Line {...kit} at={`${path}.what`} say="changes.what" />
                <Line {...kit} at={`${path}.before`} say="changes.before" />
                <Line {...kit} at={`${path}.after`} say="changes.after" />
                <DayField {...kit} at={`${path}.on`} say="changes.on" />
              </>
            )}
          </Rows>
          <Lines {...kit} at="content.statement" say="statement" optional />
        </>
      )}
      <Choice {...kit} at="content.disputed" say="disputed" choices={["yes", "no"]} list="yesNo" />
      {useValue(kit, "content.disputed") === "yes" ? (
        <DayField {...kit} at="content.restrictedFrom" say="restrictedFrom" />
      ) : null}
      {kit.refused ? null : <TellingFields {...kit} />}
    </>
  );
}

/** On which ground, what was erased, where and when, backups, and who publishes it on (Art. 17(1)-(2), 19). */
export function ErasureFields(kit: Kit) {
  return (
    <>
      <Grounds {...kit} say="erasureGround" of={["a", "b", "c", "d", "e", "f"]} />
      <Rows {...kit} at="content.erased" say="erased" blank={ERASED}>
        {(path) => (
          <>
            <Line {...kit} at={`${path}.what`} say="erased.what" />
            <Line {...kit} at={`${path}.where`} say="erased.where" />
            <DayField {...kit} at={`${path}.on`} say="erased.on" />
          </>
        )}
      </Rows>
      <Lines {...kit} at="content.backups" say="backups" rows={2} />
      <Choice {...kit} at="content.published" say="published" choices={["yes", "no"]} list="yesNo" />
      {useValue(kit, "content.published") === "yes" ? (
        <Rows {...kit} at="content.publishers" say="publishers" blank={{ name: "" }}>
          {(path) => <Line {...kit} at={`${path}.name`} say="publishers.name" />}
        </Rows>
      ) : null}
      <TellingFields {...kit} />
    </>
  );
}

/** On which ground, what, from when, and what the data is still used for (Art. 18). */
export function RestrictionFields(kit: Kit) {
  return (
    <>
      <Grounds {...kit} say="restrictionGround" of={["a", "b", "c", "d"]} />
      <Lines {...kit} at="content.scope" say="restriction.scope" rows={2} />
      <DayField {...kit} at="content.from" say="restriction.from" />
      <Lines {...kit} at="content.uses" say="restriction.uses" rows={2} />
      <TellingFields {...kit} />
    </>
  );
}
