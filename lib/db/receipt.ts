import { type Receipt, receiptOfRequests } from "@/lib/domain/intake/receipt";
import { RIGHTS } from "@/lib/domain/kernel/right";
import { clocksOf } from "./clocks";
import type { Controller } from "./controller";
import type { Filing } from "./filing";
import { requestsOfFiling } from "./request";

/** The receipt of a filing as it stands now. */
export async function loadReceipt(controller: Controller, filing: Filing): Promise<Receipt> {
  const requests = await requestsOfFiling(controller.id, filing.id);
  const clocks = await clocksOf(controller, filing.zone, requests);
  const shown = requests
    .map((request) => ({
      reference: request.reference,
      right: request.right,
      clock: clocks(request),
      promisedOn: request.promisedOn,
    }))
    .sort((a, b) => RIGHTS.indexOf(a.right) - RIGHTS.indexOf(b.right));
  return receiptOfRequests(filing, shown);
}
