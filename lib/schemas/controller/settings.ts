import { z } from "zod";
import { RESERVED_SLUGS } from "@/lib/domain/controller/slug";
import { DPO_APPROVES } from "@/lib/domain/decision/approval";
import { LANGUAGES } from "@/lib/domain/kernel/language";
import { HOLIDAY_POLICIES } from "@/lib/domain/law/calendar";
import { isWholeLaw, profileById } from "@/lib/domain/law/profile";
import { READINGS, type Readings } from "@/lib/domain/law/readings";
import { wholeNumber } from "@/lib/schemas/request/desk";
import { emailAddress, line, lines, requiredLine, requiredLines } from "@/lib/schemas/text";

const IANA_NAME = /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+){0,2}$/;

function isZone(name: string): boolean {
  try {
    return (
      IANA_NAME.test(name) &&
      new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== ""
    );
  } catch {
    return false;
  }
}

/** Letters, digits and hyphens, as it stands in an address; not one of our own. */
const slug = z
  .string()
  .trim()
  .toLowerCase()
  .min(2)
  .max(40)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "errors.slugCharacters")
  .refine((chosen) => !RESERVED_SLUGS.has(chosen), "errors.slugReserved");

const localText = z.partialRecord(z.enum(LANGUAGES), lines(5_000));

/** A phone number as people write it; may be empty. */
export const phone = line(50).refine((text) => /^[0-9+()/ .-]*$/.test(text), "errors.phone");

/** https only, or empty: what a page links to must not be a script or a file. */
export const webAddress = z
  .string()
  .trim()
  .max(500)
  .refine(
    (text) => text === "" || (URL.canParse(text) && new URL(text).protocol === "https:"),
    "errors.webAddress",
  );

/** What an authority is called in the table of authorities: "sedi". */
export const authoritySlug = z.string().regex(/^[a-z0-9-]{2,40}$/, "errors.authority");

const days = (max: number) =>
  z.int("errors.reminderDays").min(0, "errors.reminderDays").max(max, "errors.reminderDays");

/** When staff are reminded: days after receipt, and days before a limit. */
export const reminderPlan = z.strictObject({
  days: z.array(days(365)).max(10, "errors.reminderDays"),
  leadDays: days(30),
  escalateDays: days(30),
});

const dpo = z
  .strictObject({ name: line(200), email: emailAddress.or(z.literal("")), phone })
  .refine((who) => who.name === "" || who.email !== "" || who.phone !== "", {
    path: ["email"],
    message: "errors.dpoContact",
  })
  .transform((who) => (who.name === "" && who.email === "" && who.phone === "" ? null : who));

/** How the law is read; what is not named is read by our default. */
const readings = z
  .strictObject(
    Object.fromEntries(
      Object.entries(READINGS).map(([name, values]) => [name, z.enum(values).exactOptional()]),
    ),
  )
  .transform((chosen) => chosen as Readings);

/** Everything a controller says about itself (lib/domain/controller/settings.ts). Whether the authority exists is asked of the database. */
export const settingsInput = z
  .strictObject({
    name: requiredLine(200),
    registrationNumber: line(50),
    address: requiredLines(500),
    contactEmail: emailAddress,
    contactPhone: phone,
    country: z.string().regex(/^[A-Z]{2}$/, "errors.country"),
    region: z.string().regex(/^[A-Z]{2}(?:-[A-Z0-9]{1,8}){0,2}$/, "errors.region"),
    zone: z.string().trim().max(60).refine(isZone, "errors.zone"),
    languages: z
      .array(z.enum(LANGUAGES))
      .min(1, "errors.languagesRequired")
      .max(LANGUAGES.length)
      .refine((list) => new Set(list).size === list.length, "errors.languageTwice"),
    dpo: dpo.nullable(),
    authority: authoritySlug,
    profile: z
      .string()
      .max(30)
      .refine((id) => !id.includes(";") && isWholeLaw(id), "errors.profile"),
    holidayPolicy: z.enum(HOLIDAY_POLICIES),
    readings: readings.exactOptional(),
    feeEnabled: z.boolean(),
    dpoApproves: z.enum(DPO_APPROVES).default("none"),
    targetDaysBefore: z.int("errors.targetDays").min(0, "errors.targetDays").max(28, "errors.targetDays"),
    reminders: reminderPlan.optional(),
    privacyPolicyUrl: webAddress,
    cookieSettingsUrl: webAddress,
    otherWays: localText,
    protectedIdentityNotice: localText,
  })
  .refine((settings) => settings.region.split("-")[0] === settings.country, {
    path: ["region"],
    message: "errors.regionOfCountry",
  })
  .refine(
    (settings) => stateOf(settings.profile) === settings.country || stateOf(settings.profile) === null,
    {
      path: ["profile"],
      message: "errors.profileOfCountry",
    },
  );

function stateOf(profile: string): string | null {
  return profileById(profile)?.state ?? null;
}

export const createControllerInput = z.strictObject({ slug, settings: settingsInput });
export const saveSettingsInput = z.strictObject({
  version: z.int().min(1),
  settings: settingsInput,
  /** How many open requests the person was told would get other dates. */
  movesTold: wholeNumber.optional(),
  /** How many fees of open requests the person was told stand. */
  feesTold: wholeNumber.optional(),
});
export const changeSlugInput = z.strictObject({ slug });
