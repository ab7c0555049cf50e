import type { AddressInfo } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";

/**
 * How the mail server behaves: it takes mail (ok), is not there (refuse), answers with that code (421 to the sender,
 * 450 and 550 to the recipient), or takes the mail and says nothing (hang-after-data), hangs up (drop-before-250) or
 * takes its time (slow).
 */
export type SmtpMode =
  | "ok"
  | "refuse"
  | "421"
  | "450"
  | "550"
  | "hang-after-data"
  | "drop-before-250"
  | "slow";

export interface CaughtMail {
  /** whom the envelope named, which is who would get it */
  readonly recipients: readonly string[];
  readonly sender: string;
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** every address of the web in the text, in order */
  readonly links: readonly string[];
  /** all headers, names in lower case */
  readonly headers: readonly { readonly key: string; readonly value: string }[];
  readonly raw: string;
}

export interface TestSmtp {
  readonly port: number;
  /** for SMTP_URL */
  readonly url: string;
  /** everything taken so far, oldest first; also what was taken without saying so */
  mails(): readonly CaughtMail[];
  /** the newest mail to an address, waiting for it; `after` counts the mails to it that are not meant */
  waitForMail(to: string, wish?: { after?: number; subject?: RegExp; timeout?: number }): Promise<CaughtMail>;
  setMode(mode: SmtpMode): void;
  close(): Promise<void>;
}

const SLOW_MS = 2_000;

/** Starts a mail server for one test, with faults on demand. */
export async function startTestSmtp(): Promise<TestSmtp> {
  let mode: SmtpMode = "ok";
  const caught: CaughtMail[] = [];
  const refused = (asked: SmtpMode, text: string) =>
    mode === asked ? Object.assign(new Error(text), { responseCode: Number(asked) }) : undefined;
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS", "AUTH"],
    authOptional: true,
    closeTimeout: 200,
    logger: false,
    onMailFrom: (_address, _session, done) => done(refused("421", "4.3.2 Service not available")),
    onRcptTo: ({ address }, _session, done) =>
      done(refused("450", `4.2.1 <${address}> is busy`) ?? refused("550", `5.1.1 <${address}> is unknown`)),
    onData: (stream, session, done) => {
      read(stream, session).then((mail) => {
        caught.push(mail);
        if (mode === "hang-after-data") return;
        if (mode === "drop-before-250") return hangUp(server, session);
        setTimeout(done, mode === "slow" ? SLOW_MS : 0);
      }, done);
    },
  });
  server.on("error", () => undefined);
  server.server.prependListener("connection", (socket) => {
    if (mode === "refuse") socket.destroy();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", () => listening()));
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    url: `smtp://127.0.0.1:${port}?tls=none`,
    mails: () => [...caught],
    setMode: (next) => {
      mode = next;
    },
    waitForMail: async (to, { after = 0, subject = /(?:)/, timeout = 20_000 } = {}) => {
      const until = Date.now() + timeout;
      for (;;) {
        const found = caught.filter((mail) => mail.recipients.includes(to) && subject.test(mail.subject));
        const newest = found.at(-1);
        if (newest !== undefined && found.length > after) return newest;
        if (Date.now() > until) {
          const seen = caught.map((mail) => `${mail.recipients.join(", ")}: ${mail.subject}`).join("\n");
          throw new Error(`No mail to ${to} within ${timeout} ms. Caught until now:\n${seen || "nothing"}`);
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}

async function read(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<CaughtMail> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  const raw = Buffer.concat(parts);
  const mail: Email = await PostalMime.parse(raw);
  const { mailFrom, rcptTo } = session.envelope;
  return {
    recipients: rcptTo.map(({ address }) => address),
    sender: mailFrom === false ? "" : mailFrom.address,
    messageId: mail.messageId ?? "",
    subject: mail.subject ?? "",
    text: mail.text ?? "",
    html: mail.html ?? "",
    links: (mail.text ?? "").match(/https?:\/\/[^\s<>"]+/g) ?? [],
    headers: mail.headers.map(({ key, value }) => ({ key: key.toLowerCase(), value: String(value) })),
    raw: raw.toString("latin1"),
  };
}

function hangUp(server: SMTPServer, { id }: SMTPServerSession): void {
  for (const connection of server.connections) {
    if (connection.session.id === id) connection._socket.destroy();
  }
}
