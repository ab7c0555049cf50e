import type { ControllerSettings } from "@/lib/domain/controller/settings";

/** The two organisations of the demo. Both are invented, and say so. */
export const DEMO_CONTROLLERS: readonly {
  readonly slug: string;
  readonly share: number;
  readonly settings: ControllerSettings;
}[] = [
  {
    slug: "norrsken",
    share: 0.7,
    settings: {
      name: "Norrsken Exempelhandel AB (påhittat)",
      registrationNumber: "000000-0000",
      address: "Påhittade gatan 12\n000 00 Ingenstans",
      contactEmail: "dataskydd@norrsken.test",
      contactPhone: "000-000 00 00",
      country: "SE",
      region: "SE",
      zone: "Europe/Stockholm",
      languages: ["sv", "en"],
      dpo: { name: "Dataskyddsombudet", email: "dataskyddsombud@norrsken.test", phone: "" },
      authority: "sedi",
      profile: "gdpr-se",
      holidayPolicy: "official",
      feeEnabled: true,
      targetDaysBefore: 7,
      privacyPolicyUrl: "",
      cookieSettingsUrl: "",
      otherWays: {
        sv: "Skriv ett brev till adressen nedan, ring växeln eller fråga i en butik. Det gäller lika mycket som formuläret.",
        en: "Write to the address below, call us, or ask in a shop. It counts as much as this form.",
      },
      protectedIdentityNotice: {
        sv: "Har du skyddade personuppgifter ska du inte använda formuläret. Ring växeln och be att bli kopplad till dataskyddsombudet, utan att säga var du bor.",
        en: "If your identity is protected, do not use this form. Call us and ask for the data protection officer, without saying where you live.",
      },
    },
  },
  {
    slug: "fjordlys",
    share: 0.3,
    settings: {
      name: "Fjordlys Demo ApS (invented)",
      registrationNumber: "00000000",
      address: "Opdigtet Allé 3\n0000 Ingensteds",
      contactEmail: "privacy@fjordlys.test",
      contactPhone: "",
      country: "DK",
      region: "DK",
      zone: "Europe/Copenhagen",
      languages: ["en"],
      dpo: null,
      authority: "dkdi",
      profile: "gdpr-dk",
      holidayPolicy: "official",
      feeEnabled: false,
      targetDaysBefore: 10,
      privacyPolicyUrl: "",
      cookieSettingsUrl: "",
      otherWays: { en: "Write to the address below, or reply to any email from us." },
      protectedIdentityNotice: {},
    },
  },
];
