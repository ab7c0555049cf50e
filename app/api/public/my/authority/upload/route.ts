import { sendAuthority } from "@/lib/commands/identity/send-authority";
import { ownUpload } from "../../upload-form";

/** A representative sends proof that they may act. */
export function POST(request: Request): Promise<Response> {
  return ownUpload(request, { done: "authority", back: () => "/my/authority" }, async (ctx, { files }) => {
    await sendAuthority(
      ctx,
      files.map(({ upload }) => upload),
    );
  });
}
