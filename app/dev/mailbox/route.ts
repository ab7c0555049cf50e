import { listPage, mailPage } from "@/app/dev/mailbox/mailbox-page";
import { listMails, readMail } from "@/app/dev/mailbox/read-mailbox";
import { readEnv } from "@/lib/env";

/** The page needs no script, no form and nothing from elsewhere; a mail shown in it gets no more. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The mails the demonstration has sent, newest first, or one of them (`?mail=`). Exists in the demonstration only. */
export async function GET(request: Request): Promise<Response> {
  const { HABEAS_DEMO, HABEAS_VAR, BASE_URL } = readEnv();
  if (!HABEAS_DEMO) return new Response(null, { status: 404 });
  const name = new URL(request.url).searchParams.get("mail");
  const mail = name === null ? undefined : await readMail(HABEAS_VAR, name);
  if (name !== null && mail === undefined) return new Response(null, { status: 404 });
  const page = mail === undefined ? listPage(await listMails(HABEAS_VAR)) : mailPage(mail, BASE_URL);
  return new Response(page, {
    headers: { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": POLICY },
  });
}
