import { fileRequests } from "@/lib/commands/intake/file-requests";
import type { Receipt } from "@/lib/domain/intake/receipt";
import { formatReference } from "@/lib/domain/intake/reference";
import { type FieldIssue, Refused } from "@/lib/domain/kernel/refusal";
import { answer, type ControllerParams, controllerCtx } from "../../door";

/**
 * Files requests as a program does: JSON in the shape of lib/schemas/intake/filing.ts, with the header
 * `Idempotency-Key`. The same key and content again gives the same receipt.
 */
export function POST(request: Request, params: ControllerParams): Promise<Response> {
  return answer(request, async () => {
    const ctx = await controllerCtx(params);
    const idempotencyKey = request.headers.get("idempotency-key") ?? "";
    if (idempotencyKey === "") throw wrong({ field: "Idempotency-Key", message: "required" });
    const filing = await readJson(request);
    const receipt = await fileRequests(ctx, filing, { idempotencyKey, channel: "api" });
    return Response.json(view(receipt), { status: 201 });
  });
}

function view({ receivedAt, zone, confirmed, requests }: Receipt) {
  return {
    receivedAt,
    zone,
    confirmed,
    requests: requests.map(({ reference, right, clock, promisedOn }) => ({
      reference: formatReference(reference),
      right,
      status: clock.status,
      answerBy: promisedOn,
    })),
  };
}

async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json\s*(?:;|$)/i.test(type)) throw wrong({ field: "", message: "json" });
  try {
    return await request.json();
  } catch {
    throw wrong({ field: "", message: "json" });
  }
}

function wrong(issue: FieldIssue): Refused {
  return new Refused({ code: "bad_input", issues: [issue] });
}
