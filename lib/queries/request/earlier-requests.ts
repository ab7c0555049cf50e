import { requestsOfSameAddress } from "@/lib/db/earlier";
import type { RightsRequest } from "@/lib/db/request";
import type { StaffActor } from "@/lib/domain/access/actor";
import { sees } from "@/lib/domain/access/sees";
import type { IsoInstant } from "@/lib/domain/kernel/date";
import type { Right } from "@/lib/domain/kernel/right";
import type { Ending } from "@/lib/domain/request/state";

/** A request as a fact: which right, when, how it ended. */
export type RequestFact = {
  readonly reference: string;
  readonly right: Right;
  readonly receivedAt: IsoInstant;
  readonly closedAt: IsoInstant | null;
  readonly outcome: Ending | null;
  readonly confirmed: boolean;
};

const SHOWN = 25;

/** Other requests from the same address, newest first, as far as the reader may see them. */
export async function earlierRequests(
  staff: StaffActor,
  request: RightsRequest,
): Promise<{ readonly facts: readonly RequestFact[]; readonly more: boolean }> {
  const found = await requestsOfSameAddress(request.controllerId, request.filingId, SHOWN + 1);
  return {
    facts: found
      .filter((each) => sees(staff, each))
      .slice(0, SHOWN)
      .map(toFact),
    more: found.length > SHOWN,
  };
}

/** A request without anything that says whose it is. */
export function toFact(request: {
  readonly reference: string;
  readonly right: Right;
  readonly receivedAt: Date;
  readonly closedAt: Date | null;
  readonly outcome: Ending | null;
  readonly confirmed: boolean;
}): RequestFact {
  const { reference, right, outcome, confirmed } = request;
  return {
    reference,
    right,
    outcome,
    confirmed,
    receivedAt: request.receivedAt.toISOString() as IsoInstant,
    closedAt: (request.closedAt?.toISOString() ?? null) as IsoInstant | null,
  };
}
