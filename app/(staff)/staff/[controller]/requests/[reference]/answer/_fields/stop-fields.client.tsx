"use client";
import { useValue } from "./change-fields.client";
import { Choice, DayField, type Kit, Line, Lines } from "./field-kit.client";
import { RecipientFields } from "./recipient-fields.client";

/** The conditions of GDPR Art. 20(1) one by one; and the format and the way of the data if they are met. */
export function PortabilityFields(kit: Kit & { readonly refused: boolean }) {
  const to = useValue(kit, "content.transmission");
  return (
    <>
      <Choice {...kit} at="content.automated" say="automated" choices={["yes", "no"]} list="yesNo" />
      <Choice
        {...kit}
        at="content.basis"
        say="portabilityBasis"
        list="portabilityBases"
        choices={["consent", "contract", "other"]}
      />
      <Choice {...kit} at="content.provided" say="provided" choices={["yes", "no"]} list="yesNo" />
      {kit.refused ? null : (
        <>
          <Lines {...kit} at="content.format" say="format" rows={2} />
          <Choice
            {...kit}
            at="content.transmission"
            say="transmission"
            choices={["person", "controller", "not_feasible"]}
          />
          {to === "controller" || to === "not_feasible" ? (
            <Line {...kit} at="content.receiver" say="receiver" />
          ) : null}
          {to === "not_feasible" ? <Lines {...kit} at="content.notFeasible" say="notFeasible" /> : null}
        </>
      )}
    </>
  );
}

/** The basis, the person's situation against the grounds, what stopped, and disclosure by itself (Art. 21(1)). */
export function ObjectionFields(kit: Kit & { readonly refused: boolean }) {
  const disclosure = useValue(kit, "content.disclosure");
  return (
    <>
      <Choice
        {...kit}
        at="content.basis"
        say="objectionBasis"
        list="objectionBases"
        choices={["e", "f", "other"]}
      />
      <Lines {...kit} at="content.situation" say="situation" />
      <Lines {...kit} at="content.compelling" say="compelling" />
      <DayField {...kit} at="content.restrictedFrom" say="restrictedMeanwhile" optional />
      {kit.refused ? null : (
        <>
          <Lines {...kit} at="content.stopped" say="stopped" rows={2} />
          <DayField {...kit} at="content.from" say="stoppedFrom" />
          <Choice
            {...kit}
            at="content.disclosure"
            say="disclosure"
            choices={["not_asked", "stopped", "continues"]}
          />
          {disclosure === "stopped" || disclosure === "continues" ? (
            <Lines {...kit} at="content.disclosureText" say="disclosureText" rows={2} />
          ) : null}
          {disclosure === "stopped" ? <RecipientFields {...kit} /> : null}
        </>
      )}
    </>
  );
}

/** What stopped, from when, and what follows (Art. 7(3), 21(2)); to who may not know more, only from when. */
export function StopFields({ bare, ...kit }: Kit & { readonly bare: boolean }) {
  if (bare) return <DayField {...kit} at="content.from" say="stoppedFrom" />;
  return (
    <>
      <Lines {...kit} at="content.stopped" say="stopped" rows={2} />
      <DayField {...kit} at="content.from" say="stoppedFrom" />
      <Lines {...kit} at="content.follows" say="follows" rows={2} />
    </>
  );
}

/** Which person reviewed, how the requester was heard, the new result and why (Art. 22(3)). */
export function ReviewFields(kit: Kit) {
  return (
    <>
      <Line {...kit} at="content.reviewer" say="review.reviewer" />
      <Lines {...kit} at="content.view" say="review.view" />
      <Lines {...kit} at="content.result" say="review.result" rows={2} />
      <Lines {...kit} at="content.reasons" say="review.reasons" />
    </>
  );
}

export function ComplaintFields(kit: Kit) {
  return (
    <>
      <Lines {...kit} at="content.finding" say="complaint.finding" rows={4} />
      <Lines {...kit} at="content.measures" say="complaint.measures" rows={3} />
    </>
  );
}
