/** Letters to whom a task names: what each has to say, of whom, and what it must not (GDPR Art. 5(1)(c), 17(2), 19, 20(2), 28(3)). */
import { mailText } from "@/emails/content";
import { type TaskLetterFacts, taskLetter, taskLetterMail } from "@/emails/letters/task-letter";
import { doneByLetter, hasLetter, type LetterTaskKind, TASK_KINDS } from "@/lib/domain/decision/task";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { LANGUAGES, type Language } from "@/lib/domain/kernel/language";
import { SETTINGS, words } from "../invented";

const KINDS = TASK_KINDS.filter(hasLetter);

function facts(
  kind: LetterTaskKind,
  language: Language,
  change: Partial<TaskLetterFacts> = {},
): TaskLetterFacts {
  return {
    ...{ kind, language, settings: SETTINGS, wordings: {}, reference: "7KQ2M-4TX9P-V" },
    what: kind === "tell_recipient" || kind === "instruct_processors" ? "erased" : "",
    person: { name: "Åsa Påhittad", identifiers: "Kundnummer 4711" },
    note: "Avtal 17",
    confirmBy: "2026-04-21" as IsoDate,
    ...change,
  };
}

const ARTICLES = {
  tell_recipient: { sv: "artikel 19", en: "Article 19" },
  tell_publisher: { sv: "artikel 17.2", en: "Article 17(2)" },
  instruct_processors: { sv: "28.3", en: "28(3)" },
  transmit: { sv: "artikel 20.2", en: "Article 20(2)" },
} as const;

describe.each(LANGUAGES)("in %s", (language) => {
  test.each(KINDS)(
    "%s says who writes, whose data it is, what is asked, by when and by which law",
    (kind) => {
      const text = words(taskLetterMail(facts(kind, language)));
      const said = ["Åsa Påhittad", "Kundnummer 4711", "Avtal 17", SETTINGS.name, SETTINGS.contactEmail];
      for (const part of [...said, "7KQ2M-4TX9P-V", "21 april 2026".slice(0, 8), ARTICLES[kind][language]]) {
        expect(text.toLowerCase()).toContain(part.toLowerCase());
      }
    },
  );

  test.each(KINDS)("%s has a subject that names nobody, on one line", (kind) => {
    const settings = { ...SETTINGS, name: "Åbo\r\nBcc: evil@example.test AB" };
    const { subject } = taskLetterMail(facts(kind, language, { settings }));
    expect(subject).toContain("7KQ2M-4TX9P-V");
    expect(subject).not.toMatch(/Åsa|4711|Avtal|[\r\n]/);
  });

  test.each(KINDS)("%s says the same as a mail and on paper", (kind) => {
    const of = facts(kind, language);
    const mail = mailText(taskLetterMail(of));
    for (const block of taskLetter(of).blocks) {
      if (block.kind === "facts") for (const { value } of block.rows) expect(mail).toContain(value);
      else if (block.kind !== "list") expect(mail).toContain(block.text);
    }
  });
});

test("own words stand around it with their version, in the mail too", () => {
  const wordings = { to_recipients: { version: 4, opening: "Hej från {controller}", closing: "" } };
  const mail = taskLetterMail(facts("tell_recipient", "sv", { wordings }));
  expect(mail.wordingVersion).toBe(4);
  expect(mail.blocks[0]).toMatchObject({ own: true, text: `Hej från ${SETTINGS.name}` });
  expect(taskLetterMail(facts("transmit", "sv", { wordings }))).not.toHaveProperty("wordingVersion");
});

test("nothing is invented where nothing is known besides the name", () => {
  const bare = words(
    taskLetterMail(facts("tell_publisher", "en", { note: "", person: { name: "A B", identifiers: "" } })),
  );
  expect(bare).not.toMatch(/Known by|undefined|null|[{}]/);
});

test("telling and instructing are done by the letter; sending the data is not (Art. 20(2))", () => {
  expect(KINDS.filter(doneByLetter)).toEqual(["tell_recipient", "tell_publisher", "instruct_processors"]);
  expect(TASK_KINDS.filter((kind) => doneByLetter(kind) && !hasLetter(kind))).toEqual([]);
});
