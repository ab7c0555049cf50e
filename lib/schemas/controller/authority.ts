import { z } from "zod";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { authoritySlug, phone, webAddress } from "@/lib/schemas/controller/settings";
import { emailAddress, isoDate, requiredLine, requiredLines } from "@/lib/schemas/text";

/** What letters and mails say about an authority, and the day on which somebody compared it with the authority's own words. */
export const saveAuthorityInput = z.strictObject({
  slug: authoritySlug,
  version: z.int().min(1),
  name: requiredLine(200),
  address: requiredLines(500),
  phone,
  email: emailAddress.or(z.literal("")),
  web: webAddress,
  datedOn: isoDate.transform((date) => date as IsoDate),
});
