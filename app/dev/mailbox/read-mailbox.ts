import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import PostalMime, { type Email } from "postal-mime";

export type Mail = {
  /** the file's name, which sorts by arrival */
  readonly name: string;
  /** when it was caught */
  readonly at: Date;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

const NAME = /^(\d{13})-\d{6}-[0-9a-f]{8}\.eml$/;
const SHOWN = 200;

/** The newest mails of the catcher's folder, newest first. An absent folder is an empty mailbox. */
export async function listMails(dataFolder: string): Promise<Mail[]> {
  const names = await readdir(folderOf(dataFolder)).catch(() => []);
  const newest = names
    .filter((name) => NAME.test(name))
    .sort()
    .reverse()
    .slice(0, SHOWN);
  const mails = await Promise.all(newest.map((name) => readMail(dataFolder, name)));
  return mails.filter((mail) => mail !== undefined);
}

/** One mail by its file's name, or undefined when there is none of that name. */
export async function readMail(dataFolder: string, name: string): Promise<Mail | undefined> {
  const caughtAt = NAME.exec(name)?.[1];
  if (caughtAt === undefined) return undefined;
  const file = await readFile(join(folderOf(dataFolder), name)).catch(() => undefined);
  if (file === undefined) return undefined;
  const mail: Email = await PostalMime.parse(file);
  return {
    name,
    at: new Date(Number(caughtAt)),
    from: mail.from?.address ?? "",
    to: (mail.to ?? []).map(({ address }) => address ?? "").join(", "),
    subject: mail.subject ?? "",
    text: mail.text ?? "",
    html: mail.html ?? "",
  };
}

function folderOf(dataFolder: string): string {
  return join(dataFolder, "mailbox");
}
