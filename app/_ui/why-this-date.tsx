import { Details } from "./details";

/** One step of a derivation in words, and the rule of law behind it ("" for a choice of the controller's own). */
export type DateReason = { readonly sentence: string; readonly citation: string };

/** "Why this date?": the steps from receipt to last day, the same for requester, staff and auditor. */
export function WhyThisDate({
  label,
  reasons,
  open = false,
}: {
  /** "Varför just det datumet?" */
  readonly label: string;
  readonly reasons: readonly DateReason[];
  readonly open?: boolean;
}) {
  return (
    <Details summary={label} open={open}>
      <ol className="list-decimal space-y-2 pl-5">
        {reasons.map(({ sentence, citation }) => (
          <li key={sentence}>
            {sentence}
            {citation ? <span className="block text-sm text-soft">{citation}</span> : null}
          </li>
        ))}
      </ol>
    </Details>
  );
}
