/** A true call for every changing route of files, identity and representation. */
import { draftIdentityRequest } from "@/lib/commands/identity/draft-request";
import { finishUploads } from "@/lib/commands/intake/receive-upload";
import { keepFile } from "@/lib/db/file";
import { requestByReference } from "@/lib/db/request";
import { quietly } from "@/lib/db/transact";
import type { FilePurpose } from "@/lib/domain/intake/upload";
import { setEnv } from "@/lib/env";
import { postAs } from "@/tests/support/attack";
import { ACCESS, aFiling, filedAndConfirmed } from "@/tests/support/desk";
import { askedIdentity, DOUBT, versionOf } from "@/tests/support/identity";
import { anUpload, MULTIPART, multipart, PDF_BYTES } from "@/tests/support/upload";
import { type Call, type Ground, LETTER } from "./ground";

/** A file on a request of its own, in the application's folder. */
export async function aFile({ app, officer, aRequest }: Ground, purpose: FilePurpose = "original") {
  setEnv({ HABEAS_VAR: app.folder });
  const { reference, filingId } = await aRequest();
  const request = await requestByReference(officer.controller.id, reference);
  const upload = await anUpload(officer);
  const keep = { requestId: request?.id as string, purpose, createdBy: "system", at: new Date() };
  await quietly((tx) => keepFile(tx, upload, keep));
  await finishUploads([upload]);
  return { file: upload.id, reference, filingId };
}

/** A request of its own on which proof of identity was asked for, and its requester told. */
async function asked(ground: Ground) {
  const { reference, filingId } = await ground.aRequest();
  await askedIdentity(ground.officer, reference, ["account", "facts"]);
  return { reference, filingId };
}

/** A request of somebody who acts for another. */
async function represented(ground: Ground) {
  const who = {
    name: "Kim Ombud",
    onBehalf: "other",
    subjectName: "Alex Andra",
    authority: "Power of attorney",
  };
  const filing = aFiling([ACCESS]);
  return filedAndConfirmed(ground.ctx, { ...filing, who: { ...filing.who, ...who } });
}

const at = (ground: Ground, reference: string, step: string) =>
  `/api/staff/${ground.slug}/requests/${reference}/${step}`;

export const IDENTITY_CALLS: readonly Call[] = [
  [
    "/api/staff/[controller]/requests/[reference]/identity/send",
    "identity.requested",
    async (ground) => {
      const { reference } = await ground.aRequest();
      const draft = { reference, version: 1, ...DOUBT, by_account: "on", by_facts: "on" };
      await draftIdentityRequest(ground.officer, draft);
      const page = await ground.everybody.get(`/staff/${ground.slug}/requests/${reference}/identity/preview`);
      const [, letter] = /name="letter" value="([0-9a-f]{64})"/.exec(page.text) ?? [];
      const fields = { version: 1, letter };
      return ground.json(ground.everybody, at(ground, reference, "identity/send"), fields);
    },
  ],
  [
    "/api/staff/[controller]/requests/[reference]/identity/result",
    "identity.resolved",
    async (ground) => {
      const { reference } = await asked(ground);
      const version = await versionOf(ground.officer, reference);
      const fields = { version, result: "passed", method: "account" };
      return ground.json(ground.everybody, at(ground, reference, "identity/result"), fields);
    },
  ],
  [
    "/api/public/my/identity/upload",
    "identity.answered",
    async (ground) => {
      const { reference, filingId } = await asked(ground);
      const fields = { reference, method: "facts", text_facts: "4711" };
      return ground.form(await ground.aRequester(filingId), "/api/public/my/identity/upload", fields);
    },
  ],
  [
    "/api/staff/[controller]/requests/[reference]/authority",
    "authority.checked",
    async (ground) => {
      const { reference } = await represented(ground);
      const fields = {
        version: 1,
        result: "accepted",
        kind: "lawyer",
        shown: "A power of attorney of 3 May.",
      };
      return ground.json(ground.everybody, at(ground, reference, "authority"), fields);
    },
  ],
  [
    LETTER,
    "authority.checked",
    async (ground) => {
      const { reference } = await represented(ground);
      const fields = { version: 1, email: "alex@person.test", why: "It stands in the register." };
      return ground.letter(reference, "direct", fields);
    },
  ],
  [
    "/api/public/my/authority/upload",
    "authority.evidence_sent",
    async (ground) => {
      const { receipt } = await represented(ground);
      const visitor = await ground.aRequester(receipt.filingId);
      const body = multipart([{ name: "file", file: "power.pdf", content: PDF_BYTES }]).toString();
      return () =>
        postAs(ground.app, visitor, "/api/public/my/authority/upload", body, { "content-type": MULTIPART });
    },
  ],
  [
    "/api/staff/[controller]/files/open",
    "file.opened",
    async (ground) => {
      const { file } = await aFile(ground);
      return ground.form(ground.everybody, `/api/staff/${ground.slug}/files/open`, { file });
    },
  ],
];
