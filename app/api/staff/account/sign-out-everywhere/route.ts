import { answer, goOn } from "@/app/api/staff/answer";
import { endSession } from "@/lib/session/sign-out";

/** Ends every session of whoever is signed in here. */
export async function POST(request: Request): Promise<Response> {
  return answer(request, async () => goOn(request, "/staff/sign-in?done=signed-out", await endSession(true)));
}
