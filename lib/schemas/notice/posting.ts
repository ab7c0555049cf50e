import { z } from "zod";
import { POSTED_HOW } from "@/lib/domain/notice/kinds";
import { isoDate } from "@/lib/schemas/text";

/** That a letter went: on which day of the controller, and how. */
export const postingInput = z.strictObject({
  noticeId: z.guid(),
  postedOn: isoDate,
  how: z.enum(POSTED_HOW),
});
