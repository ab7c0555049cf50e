import type { MailContent } from "@/emails/content";
import type { RequesterMail } from "@/emails/sender";
import type { Authority, ControllerSettings } from "@/lib/domain/controller/settings";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Language } from "@/lib/domain/kernel/language";

export const AUTHORITY: Authority = {
  slug: "sedi",
  countries: ["SE"],
  name: "Integritetsskyddsmyndigheten (IMY)",
  address: "Box 8114\n104 20 Stockholm",
  phone: "+46 8 657 61 00",
  email: "imy@imy.se",
  web: "https://www.imy.se/",
  datedOn: "2026-11-23" as IsoDate,
};

export const SETTINGS: ControllerSettings = {
  name: "Norrsken Handel AB",
  registrationNumber: "556000-4615",
  address: "Björkgatan 4\n903 26 Umeå",
  contactEmail: "dataskydd@norrsken.example",
  contactPhone: "090-123 45",
  country: "SE",
  region: "SE",
  zone: "Europe/Stockholm",
  languages: ["sv", "en"],
  dpo: { name: "Siv Almgren", email: "ombud@norrsken.example", phone: "090-123 46" },
  authority: "sedi",
  profile: "gdpr-se",
  holidayPolicy: "official",
  feeEnabled: false,
  targetDaysBefore: 5,
  privacyPolicyUrl: "https://norrsken.example/policy",
  cookieSettingsUrl: "",
  otherWays: {},
  protectedIdentityNotice: {},
};

export const SENDER = {
  settings: SETTINGS,
  authority: AUTHORITY,
  portalNoticeUrl: "https://dsar.example/norrsken/privacy",
  wordings: {},
};

export function requesterMail(language: Language, settings: Partial<ControllerSettings> = {}) {
  const sender = { ...SENDER, settings: { ...SETTINGS, ...settings } };
  return { sender, language } satisfies RequesterMail;
}

/** Every word of a mail, line ends and spaces evened out. */
export function words(content: MailContent): string {
  const said = content.blocks.flatMap((block) => {
    if (block.kind === "facts") return block.rows.flatMap(({ label, value }) => [label, value]);
    return block.kind === "link" ? [block.label, block.url] : [block.text];
  });
  return [content.subject, ...said].join(" ").replace(/\s+/g, " ");
}
