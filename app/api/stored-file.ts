import type { OpenedStoredFile } from "@/lib/commands/request/open-file";
import { asAttachment } from "@/lib/domain/intake/upload";

/**
 * A stored file as a download and nothing else: whatever its bytes are, no browser shows or runs them, and nobody
 * keeps a copy on the way. A piece that is not genuine ends the answer half way, which a browser reports as failed.
 */
export function storedFileResponse({ name, size, chunks, close }: OpenedStoredFile): Response {
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await chunks.next();
        if (!done) return controller.enqueue(value);
        await close();
        controller.close();
      } catch (error) {
        await close();
        controller.error(error);
      }
    },
    cancel: close,
  });
  return new Response(body, {
    headers: {
      "Content-Type": "application/octet-stream",
      "Content-Length": String(size),
      "Content-Disposition": asAttachment(name),
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-store",
      "X-Accel-Buffering": "no",
    },
  });
}
