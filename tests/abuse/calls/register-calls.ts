/** A true call for every changing route of the register of all channels. */
import { postAs } from "@/tests/support/attack";
import { anEntry, entered } from "@/tests/support/entry";
import { MULTIPART, multipart, PDF_BYTES } from "@/tests/support/upload";
import { type Call, LETTER } from "./ground";

export const REGISTER_CALLS: readonly Call[] = [
  [
    "/api/staff/[controller]/requests/[reference]/original/upload",
    "file.stored",
    async ({ app, everybody, officer, slug }) => {
      const { reference } = await entered(officer);
      const body = multipart([{ name: "original", file: "letter.pdf", content: PDF_BYTES }]).toString(
        "latin1",
      );
      const path = `/api/staff/${slug}/requests/${reference}/original/upload`;
      return () => postAs(app, everybody, path, body, { "content-type": MULTIPART });
    },
  ],
  [
    "/api/staff/[controller]/filings/upload",
    "filing.received",
    async ({ everybody, json, officer, slug }) =>
      json(everybody, `/api/staff/${slug}/filings/upload`, anEntry(officer)),
  ],
  [
    "/api/staff/[controller]/requests/[reference]/verify-address",
    "filing.address_verified",
    async ({ everybody, json, officer, slug }) => {
      const { reference } = await entered(officer);
      return json(everybody, `/api/staff/${slug}/requests/${reference}/verify-address`, { how: "records" });
    },
  ],
  [
    LETTER,
    "request.forwarding",
    async ({ aRequest, letter }) => {
      const { reference } = await aRequest();
      const customer = { name: "A customer", email: "privacy@customer.test" };
      return letter(reference, "forwarding", { version: 1, ...customer });
    },
  ],
  [
    "/api/staff/[controller]/notices/posted",
    "notice.posted",
    async ({ everybody, form, officer, one, slug }) => {
      const { receipt } = await entered(officer);
      const { id: noticeId } = await one<{ id: string }>(
        `select id from "Notice" where "filingId" = $1`,
        receipt.filingId,
      );
      const postedOn = anEntry(officer).receivedOn;
      const path = `/api/staff/${slug}/notices/posted`;
      return form(everybody, path, { noticeId, postedOn, how: "post", reference: "" });
    },
  ],
];
