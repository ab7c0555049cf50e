/** A true call for every changing route of files, identity and representation. */
import { finishUploads } from "@/lib/commands/intake/receive-upload";
import { keepFile } from "@/lib/db/file";
import { requestByReference } from "@/lib/db/request";
import { quietly } from "@/lib/db/transact";
import type { FilePurpose } from "@/lib/domain/intake/upload";
import { setEnv } from "@/lib/env";
import { anUpload } from "@/tests/support/upload";
import type { Call, Ground } from "./ground";

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

export const IDENTITY_CALLS: readonly Call[] = [
  [
    "/api/staff/[controller]/files/open",
    "file.opened",
    async (ground) => {
      const { file } = await aFile(ground);
      return ground.form(ground.everybody, `/api/staff/${ground.slug}/files/open`, { file });
    },
  ],
];
