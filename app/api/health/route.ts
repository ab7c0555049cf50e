export const dynamic = "force-dynamic";

/** Whether this process answers; asks nothing else of anybody. */
export function GET(): Response {
  return Response.json({ status: "ok" });
}
