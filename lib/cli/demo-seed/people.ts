import type { Who } from "@/lib/domain/intake/filing";
import type { Chance } from "./chance";

const FIRST = [
  ...[
    "Åsa",
    "Björn",
    "Cecilia",
    "David",
    "Ebba",
    "Fatima",
    "Göran",
    "Hanna",
    "Ivar",
    "Johanna",
    "Kalle",
    "Linnéa",
  ],
  ...[
    "Mehmet",
    "Nora",
    "Oskar",
    "Petra",
    "Rasmus",
    "Sofia",
    "Tove",
    "Ulla-Britt",
    "Viktor",
    "Ylva",
    "Zainab",
    "Örjan",
  ],
];
/** Plainly made up, so that nobody is meant. */
const LAST = [
  ...[
    "Påhittsson",
    "Exempelberg",
    "Demolund",
    "Provmark",
    "Testström",
    "Övningsdal",
    "Låtsaskvist",
    "Mönstergren",
  ],
  ...["Fiktivsen", "Skenholm", "Tänkvik", "Dummydotter"],
];

/** An invented person; the address is of a domain that can never exist. */
export function person(
  chance: Chance,
  nth: number,
): Pick<Who, "name" | "email" | "relationship" | "identifiers"> {
  const name = `${chance.pick(FIRST)} ${chance.pick(LAST)}`;
  const box = name
    .toLowerCase()
    .normalize("NFD")
    .replace(/[^a-z]+/g, ".");
  return {
    name,
    email: `${box}.${nth}@person.test`,
    relationship: chance.pick([
      "customer",
      "customer",
      "former_customer",
      "employee",
      "applicant",
      "unknown",
    ]),
    identifiers: chance.under(0.4) ? `K-${100_000 + Math.floor(chance.next() * 900_000)}` : "",
  };
}

/** Who else it can be about: a child, or somebody represented. */
export function onBehalf(chance: Chance): Pick<Who, "onBehalf" | "subjectName" | "authority"> {
  if (chance.under(0.9)) return { onBehalf: "self", subjectName: "", authority: "" };
  const subjectName = `${chance.pick(FIRST)} ${chance.pick(LAST)}`;
  return chance.under(0.6)
    ? { onBehalf: "child", subjectName, authority: "" }
    : { onBehalf: "other", subjectName, authority: "Fullmakt finns / power of attorney (invented)" };
}
