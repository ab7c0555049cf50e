import { z } from "zod";
import { RIGHTS } from "@/lib/domain/kernel/right";
import { QUEUE_VIEWS, STANDINGS } from "@/lib/domain/request/queue";
import { requiredLine } from "@/lib/schemas/text";

const none = () => undefined;

/** Keyed indexes of an address or of words of a name, in hex, all of which must match. */
const who = z
  .string()
  .regex(/^[0-9a-f]{32}(,[0-9a-f]{32}){0,7}$/)
  .transform((list) => list.split(","));

/** The queue's address: what cannot be understood in it is left out, so that a link never breaks. */
export const queueParams = z.object({
  view: z.enum(QUEUE_VIEWS).catch("open"),
  right: z.enum(RIGHTS).optional().catch(none),
  /** A staff member's id, or "nobody". */
  assignee: z
    .union([z.guid(), z.literal("nobody")])
    .optional()
    .catch(none),
  standing: z.enum(STANDINGS).optional().catch(none),
  who: who.optional().catch(none),
  page: z.coerce.number().int().min(1).max(2_000).catch(1),
});

export type QueueParams = z.output<typeof queueParams>;

export const searchInput = z.strictObject({ search: requiredLine(254) });
