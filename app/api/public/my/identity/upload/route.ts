import { answerIdentity } from "@/lib/commands/identity/answer-identity";
import { ownUpload } from "../../upload-form";

/**
 * Somebody shows who they are, by the way they choose. Each way has fields of its own in the form, of which those of
 * the chosen one are read.
 */
export function POST(request: Request): Promise<Response> {
  // A file that is refused stops the reading before the fields are known; then the form's own page says where it was.
  const [page] = /\/my\/identity\/[0-9A-Za-z-]{8,20}$/.exec(request.headers.get("referer") ?? "") ?? [];
  const back = ({ reference = "" }: Readonly<Record<string, string>>) =>
    /^[0-9A-Za-z-]{8,20}$/.test(reference) ? `/my/identity/${reference}` : (page ?? "/my");
  return ownUpload(request, { done: "identity", back }, async (ctx, { fields, files }) => {
    const { reference, method, code = "" } = fields;
    const own = files.filter(({ field }) => field === `file_${method}`).map(({ upload }) => upload);
    await answerIdentity(ctx, { reference, method, code, text: fields[`text_${method}`] ?? "" }, own);
  });
}
