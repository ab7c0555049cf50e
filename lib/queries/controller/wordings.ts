import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { staffNames } from "@/lib/db/staff";
import { newestWordings, type StoredWording, wordingVersions } from "@/lib/db/wording";
import { may } from "@/lib/domain/access/access";
import type { ControllerSettings } from "@/lib/domain/controller/settings";
import { feeRules } from "@/lib/domain/fee/rules";
import type { Language } from "@/lib/domain/kernel/language";
import { Refused } from "@/lib/domain/kernel/refusal";
import { WORDING_KINDS, type Wording, type WordingKind } from "@/lib/domain/notice/wording";
import { wordingOf } from "@/lib/schemas/controller/wording";

/** Whether a kind is the standard text in a language, or since when it is which version of the controller's own. */
export type WordingState = {
  readonly language: Language;
  readonly own: { readonly version: number; readonly at: string } | null;
};

export type WordingsView = {
  readonly slug: string;
  readonly mayWrite: boolean;
  readonly kinds: readonly { readonly kind: WordingKind; readonly states: readonly WordingState[] }[];
};

/** The messages that can be adapted, by kind and language of the controller. @throws Refused not_signed_in, not_allowed */
export async function wordingsView(ctx: Ctx): Promise<WordingsView> {
  const { roles } = authoriseStaff(ctx, "settings.read");
  const { id, slug, settings } = ctx.controller;
  const newest = await newestWordings(id);
  const stateOf = (kind: WordingKind, language: Language): WordingState => {
    const found = newest.find((each) => each.kind === kind && each.language === language);
    const own = found && !isStandard(found) ? found : null;
    return { language, own: own && { version: own.version, at: own.savedAt.toISOString() } };
  };
  return {
    slug,
    mayWrite: may(roles, "settings.write"),
    kinds: kindsAt(settings).map((kind) => ({
      kind,
      states: settings.languages.map((language) => stateOf(kind, language)),
    })),
  };
}

export type WordingVersion = Wording & {
  readonly at: string;
  /** Null for the command line. */
  readonly by: string | null;
  readonly standard: boolean;
};

export type WordingView = {
  readonly slug: string;
  readonly mayWrite: boolean;
  readonly kind: WordingKind;
  readonly language: Language;
  /** The version in force; 0 where the standard text was never changed. */
  readonly version: number;
  /** What is shown to be changed: the version in force, or an earlier one that was asked for. */
  readonly shown: Wording;
  /** Newest first. */
  readonly history: readonly WordingVersion[];
};

/**
 * The controller's own words for one kind and language, and how they came to be.
 * @param asked from an address: kind, language, and the number of an earlier version to begin from
 * @throws Refused not_signed_in, not_allowed, not_found
 */
export async function wordingView(
  ctx: Ctx,
  { kind, language, from }: { readonly kind: string; readonly language: string; readonly from: string },
): Promise<WordingView> {
  const { roles } = authoriseStaff(ctx, "settings.read");
  const { id: controllerId, slug, settings } = ctx.controller;
  const asked = wordingOf.safeParse({ kind, language });
  const known = asked.success && kindsAt(settings).includes(asked.data.kind);
  if (!known || !settings.languages.includes(asked.data.language)) throw new Refused({ code: "not_found" });
  const versions = await wordingVersions({ controllerId, ...asked.data });
  const now: Wording = versions[0] ?? { version: 0, opening: "", closing: "" };
  const idOf = ({ savedBy }: StoredWording) => /^(?:staff|seed):([0-9a-f-]{36})$/.exec(savedBy)?.[1] ?? "";
  const names = await staffNames(versions.map(idOf).filter(Boolean));
  return {
    ...asked.data,
    slug,
    mayWrite: may(roles, "settings.write"),
    version: now.version,
    shown: versions.find(({ version }) => String(version) === from) ?? now,
    history: versions.map((each) => ({
      ...{ version: each.version, opening: each.opening, closing: each.closing },
      at: each.savedAt.toISOString(),
      by: names.get(idOf(each)) ?? null,
      standard: isStandard(each),
    })),
  };
}

function isStandard({ opening, closing }: Wording): boolean {
  return opening === "" && closing === "";
}

/** A notice of a fee is there where fees are, and nowhere else. */
function kindsAt({ feeEnabled, profile }: ControllerSettings): readonly WordingKind[] {
  const fees = feeEnabled && feeRules(profile) !== null;
  return WORDING_KINDS.filter((kind) => fees || kind !== "fee_notice");
}
