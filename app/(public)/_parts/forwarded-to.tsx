import { SummaryList } from "@/app/_ui/summary-list";
import { words } from "@/app/_ui/words";
import type { Customer } from "@/lib/domain/request/forwarding";

/** Who the controller is that a request was sent on to, and how to reach it. */
export async function ForwardedTo({ customer }: { readonly customer: Customer | null }) {
  if (!customer) return null;
  const say = await words("my");
  return (
    <>
      <h3 className="mt-6 mb-2 text-xl font-bold">{say("forwardedTo.title")}</h3>
      <p className="mb-3">{say("forwardedTo.means")}</p>
      <SummaryList
        rows={[
          { label: say("forwardedTo.name"), value: customer.name },
          ...(customer.email ? [{ label: say("forwardedTo.email"), value: customer.email }] : []),
          ...(customer.postalAddress
            ? [{ label: say("forwardedTo.address"), value: customer.postalAddress }]
            : []),
        ]}
      />
    </>
  );
}
