import type { ExportFile } from "@/lib/commands/audit/export-events";

/** A file that is sent while it is made; what it holds is given back however the sending ends. */
export function fileResponse({ name, chunks, close }: ExportFile, type: string): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await chunks.next();
        if (!done) return controller.enqueue(encoder.encode(value));
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
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${name}"`,
      "X-Accel-Buffering": "no",
    },
  });
}
