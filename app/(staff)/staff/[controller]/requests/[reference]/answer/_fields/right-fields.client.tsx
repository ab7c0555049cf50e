"use client";
import type { Outcome } from "@/lib/domain/decision/answer";
import { AccessFields } from "./access-fields.client";
import { ActivityPicker, type Fillings } from "./activity-picker.client";
import { ErasureFields, RectificationFields, RestrictionFields, useValue } from "./change-fields.client";
import type { Kit } from "./field-kit.client";
import { SearchFields } from "./search-fields.client";
import {
  ComplaintFields,
  ObjectionFields,
  PortabilityFields,
  ReviewFields,
  StopFields,
} from "./stop-fields.client";

/** Refusals that say more than their grounds, by right and ground. */
const MORE = {
  rectification: "data_accurate",
  portability: "portability_conditions",
  objection: "compelling_grounds",
} as const;

/** What the right demands of its answer, for the outcome that was chosen. */
export function RightFields({
  outcome,
  fillings,
  bare,
  ...kit
}: Kit & { readonly outcome: Outcome; readonly fillings: Fillings; readonly bare: boolean }) {
  const { right } = kit.form.getValues("content");
  const refusals = useValue(kit, "refusals") as readonly { readonly ground: string }[];
  if (outcome === "address_not_confirmed") return null;
  if (outcome === "nothing_held") return <SearchFields {...kit} />;
  const refused = outcome === "refused";
  const demanded = right in MORE ? MORE[right as keyof typeof MORE] : null;
  if (refused && !refusals.some(({ ground }) => ground === demanded)) return null;
  switch (right) {
    case "access":
      return (
        <>
          <ActivityPicker {...kit} fillings={fillings} />
          <AccessFields {...kit} />
          <SearchFields {...kit} />
        </>
      );
    case "rectification":
      return <RectificationFields {...kit} refused={refused} />;
    case "erasure":
      return <ErasureFields {...kit} />;
    case "restriction":
      return <RestrictionFields {...kit} />;
    case "portability":
      return <PortabilityFields {...kit} refused={refused} />;
    case "objection":
      return <ObjectionFields {...kit} refused={refused} />;
    case "marketing_objection":
    case "consent_withdrawal":
      return <StopFields {...kit} bare={bare} />;
    case "automated_decision_review":
      return <ReviewFields {...kit} />;
    case "complaint":
      return <ComplaintFields {...kit} />;
  }
}
