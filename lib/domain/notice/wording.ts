/** What stands in the braces of a controller's own words: "{reference}". */
export const PLACEHOLDERS = [
  "controller",
  "reference",
  "right",
  "received",
  "withdrawn",
  "answerBy",
  "name",
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

const IN_LETTER = ["controller", "reference", "right", "received", "name"] as const;
const TO_OTHERS = ["controller", "reference"] as const;

type Adapted = { readonly medium: "mail" | "letter"; readonly placeholders: readonly Placeholder[] };

/**
 * The messages that a controller may put words of its own around, and what those may hold. A mail says no more than
 * controller, reference, right and dates: it may reach a stranger, and it lies in a mailbox. A letter is read behind a
 * link or comes by post, and may say the requester's name; to somebody else it may not.
 */
export const WORDING = {
  receipt: { medium: "mail", placeholders: ["controller", "reference", "right", "received"] },
  complaint_receipt: { medium: "mail", placeholders: ["controller", "reference", "received"] },
  identity_request: { medium: "letter", placeholders: IN_LETTER },
  question: { medium: "mail", placeholders: ["controller", "reference"] },
  extension: { medium: "letter", placeholders: IN_LETTER },
  fee_notice: { medium: "letter", placeholders: [...IN_LETTER, "answerBy"] },
  answer_granted: { medium: "letter", placeholders: IN_LETTER },
  answer_granted_in_part: { medium: "letter", placeholders: IN_LETTER },
  answer_refused: { medium: "letter", placeholders: IN_LETTER },
  answer_nothing_held: { medium: "letter", placeholders: IN_LETTER },
  withdrawal_confirmed: { medium: "mail", placeholders: ["controller", "reference", "withdrawn"] },
  closed_unconfirmed: { medium: "mail", placeholders: ["controller", "reference", "received"] },
  forwarded: { medium: "mail", placeholders: ["controller", "reference"] },
  to_customer: { medium: "mail", placeholders: TO_OTHERS },
  to_recipients: { medium: "letter", placeholders: TO_OTHERS },
  to_processors: { medium: "letter", placeholders: TO_OTHERS },
  to_controllers: { medium: "letter", placeholders: TO_OTHERS },
} as const satisfies Readonly<Record<string, Adapted>>;

export type WordingKind = keyof typeof WORDING;
export const WORDING_KINDS = Object.keys(WORDING) as readonly WordingKind[];

export function isWordingKind(text: string): text is WordingKind {
  return Object.hasOwn(WORDING, text);
}

export type PlaceholderOf<K extends WordingKind> = (typeof WORDING)[K]["placeholders"][number];

export function placeholdersOf(kind: WordingKind): readonly Placeholder[] {
  return WORDING[kind].placeholders;
}

/** At most so many characters before, and as many after. */
export const LONGEST_WORDING = 2_000;

/** A controller's own words for one kind and language. Both empty: the standard text, with nothing of its own. */
export type Wording = { readonly version: number; readonly opening: string; readonly closing: string };

/** What is in force for one controller and language, by kind; a kind that was never adapted is not there. */
export type Wordings = Partial<Readonly<Record<WordingKind, Wording>>>;

/** What is wrong with own words: the braces as typed. `unknown` is a placeholder that this kind does not have. */
export type WordingFault = { readonly problem: "unknown" | "malformed"; readonly typed: string };

/** The first thing that could not be filled in, or null. */
export function wordingFault(kind: WordingKind, text: string): WordingFault | null {
  for (const [typed, name] of text.matchAll(/\{([^{}\n]*)\}|[{}][^{}\s]{0,20}/g)) {
    if (name === undefined || !/^[A-Za-z]+$/.test(name)) return { problem: "malformed", typed };
    if (!placeholdersOf(kind).some((each) => each === name)) return { problem: "unknown", typed };
  }
  return null;
}

/** A paragraph in the controller's own words; plain text, like every other. */
export type OwnParagraph = { readonly kind: "paragraph"; readonly text: string; readonly own: true };

/** Own words ready to stand around a message. */
export type OwnWords = {
  readonly opening: readonly OwnParagraph[];
  readonly closing: readonly OwnParagraph[];
  /** Null where the controller never adapted this kind. */
  readonly version: number | null;
};

/** A message that has no words of a controller's own. */
export const NO_WORDS: OwnWords = { opening: [], closing: [], version: null };

/**
 * The controller's own words for a message, filled in.
 * @param values what each placeholder of the kind becomes, ready to be read; they are never filled in themselves
 */
export function ownWords<K extends WordingKind>(
  wordings: Wordings,
  kind: K,
  values: Readonly<Record<PlaceholderOf<K>, string>>,
): OwnWords {
  const wording: Wording | undefined = wordings[kind];
  if (!wording) return NO_WORDS;
  const { opening, closing, version } = wording;
  return { opening: ownParagraphs(opening, values), closing: ownParagraphs(closing, values), version };
}

/** Own words as paragraphs: an empty line parts them, a single line break stays. */
export function ownParagraphs(
  text: string,
  values: Readonly<Record<string, string>>,
): readonly OwnParagraph[] {
  return text
    .replace(/\r\n?/g, "\n")
    .split(/\n[^\S\n]*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => ({ kind: "paragraph", text: filled(part, values), own: true }));
}

function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{([A-Za-z]+)\}/g, (typed, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? typed) : typed,
  );
}

/** A message with its blocks, and which version of the controller's own words stands in it. */
export type Worded<B> = { readonly blocks: readonly (B | OwnParagraph)[]; readonly wordingVersion?: number };

/**
 * The one place where own words join a message: before and after what always stands there. They add to it; there is no
 * way to take away from it.
 * @param foot stands last: who writes, and how to reach them
 */
export function worded<B>(own: OwnWords, body: readonly B[], foot: readonly B[] = []): Worded<B> {
  const blocks = [...own.opening, ...body, ...own.closing, ...foot];
  return own.version === null ? { blocks } : { blocks, wordingVersion: own.version };
}
