import { createTransport, type NodemailerError } from "nodemailer";

export type OutgoingMail = {
  /** stays the same however often this mail is sent */
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly replyTo?: string;
  /** BCP 47 tag of the text */
  readonly language: string;
};

/** What the mail server said. `code` names the answer (`550-5.1.1`, `ETIMEDOUT`) and never holds an address. */
export type MailOutcome =
  | { readonly accepted: true }
  | { readonly accepted: false; readonly temporary: boolean; readonly code: string };

export type Mailer = {
  /** Hands one mail to the mail server. Never throws for what the server or the network does. */
  send(mail: OutgoingMail): Promise<MailOutcome>;
  /** Whether the mail server can be reached and takes our sign-in. */
  verify(): Promise<boolean>;
  close(): void;
};

export type MailerOptions = {
  /** `smtp://` (STARTTLS is demanded) or `smtps://`; `?tls=none` for a server on this machine */
  readonly smtpUrl: string;
  /** plain address of the sender */
  readonly from: string;
  /** how long the server may be silent, in milliseconds */
  readonly patience?: number;
};

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** One plain address: whatever could be read as a second one, a group or a name is not. */
const ONE_ADDRESS = /^[^\s@"(),:;<>[\]\\\p{Cc}]{1,64}@[^\s@"(),:;<>[\]\\\p{Cc}]+$/u;
const LONGEST_ADDRESS = 254;

/** The steps of SMTP in which a 5xx is about this mail rather than about us or the server. */
const ABOUT_THE_MAIL = new Set(["EENVELOPE", "EMESSAGE"]);

/**
 * Connects to the mail server of the configuration; nothing is opened before the first mail.
 * @throws Error when the address asks for a connection without TLS to another machine
 */
export function createMailer({ smtpUrl, from, patience = 60_000 }: MailerOptions): Mailer {
  const transport = createTransport({
    ...connection(new URL(smtpUrl)),
    pool: true,
    maxConnections: 2,
    // A connection lost in the middle is for the notice's own attempts to repeat, not for the pool.
    maxRequeues: 0,
    connectionTimeout: Math.min(patience, 15_000),
    greetingTimeout: Math.min(patience, 15_000),
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async (mail) => {
      if (!isOneAddress(mail.to)) return { accepted: false, temporary: false, code: "ADDRESS" };
      try {
        await transport.sendMail({
          messageId: mail.messageId,
          from: { name: "", address: from },
          to: { name: "", address: mail.to },
          ...(mail.replyTo === undefined ? {} : { replyTo: { name: "", address: mail.replyTo } }),
          subject: mail.subject,
          text: mail.text,
          html: mail.html,
          xMailer: false,
          headers: {
            "Auto-Submitted": "auto-generated",
            "X-Auto-Response-Suppress": "All",
            "Content-Language": mail.language,
          },
        });
        return { accepted: true };
      } catch (thrown) {
        return outcomeOf(thrown as NodemailerError);
      }
    },
    verify: () =>
      transport.verify().then(
        () => true,
        () => false,
      ),
    close: () => transport.close(),
  };
}

/** Only the parts we know: nodemailer would take any setting from the query of an address. */
function connection(url: URL) {
  const plain = url.searchParams.get("tls") === "none";
  if (plain && !LOOPBACK.test(url.hostname)) {
    throw new Error("SMTP_URL: tls=none is for a mail server on this machine only.");
  }
  const secure = url.protocol === "smtps:";
  const [user, pass] = [decodeURIComponent(url.username), decodeURIComponent(url.password)];
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: Number(url.port || (secure ? 465 : 587)),
    secure,
    ...(plain ? { ignoreTLS: true } : { requireTLS: true }),
    ...(user === "" ? {} : { auth: { user, pass } }),
  };
}

function isOneAddress(address: string): boolean {
  return address.length <= LONGEST_ADDRESS && ONE_ADDRESS.test(address);
}

function outcomeOf({ code = "UNKNOWN", responseCode, response }: NodemailerError): MailOutcome {
  if (responseCode === undefined) return { accepted: false, temporary: code !== "EENVELOPE", code };
  const [enhanced] = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(response ?? "") ?? [];
  return {
    accepted: false,
    temporary: responseCode < 500 || !ABOUT_THE_MAIL.has(code),
    code: enhanced === undefined ? String(responseCode) : `${responseCode}-${enhanced}`,
  };
}
