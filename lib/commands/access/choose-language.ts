import { z } from "zod";
import { authoriseSignedIn } from "@/lib/commands/access/authorise";
import type { InstallationCtx } from "@/lib/commands/context";
import { saveStaffLanguage } from "@/lib/db/staff";
import { quietly } from "@/lib/db/transact";
import { LANGUAGES, type Language } from "@/lib/domain/kernel/language";
import { parse } from "@/lib/schemas/parse";

const input = z.strictObject({ language: z.enum(LANGUAGES) });

/** The language of mails to the caller, and of their pages from the next sign-in on. @throws Refused not_signed_in, bad_input */
export async function chooseLanguage(ctx: InstallationCtx, typed: unknown): Promise<Language> {
  const { staffId } = authoriseSignedIn(ctx);
  const { language } = parse(input, typed);
  await quietly((tx) => saveStaffLanguage(tx, staffId, language));
  return language;
}
