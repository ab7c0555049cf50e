import { gzipSync } from "node:zlib";
import { type Figure, rounded } from "./figure";
import { Visitor } from "./visitor";

const KILOBYTE = 1000;
const MOST_KILOBYTES = 160;

/** What is typed on each page of the form, so that it goes on to the next. */
const TYPED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  rights: { rights: "access" },
  access: { scope: "everything" },
  "on-behalf": { onBehalf: "self" },
  contact: { name: "Alva Provlund", email: "alva@post.test" },
};

/** Bytes after gzip: the files a page names, and what stands in the page itself. */
type Weight = { readonly files: number; readonly inline: number };

/**
 * The compressed weight of the scripts that a browser of today loads on every page of the public form, from the start
 * page to "check your answers", walked over HTTP. What counts is the heaviest page; beside it, an empty page of the bare
 * application.
 */
export async function measureScriptWeight(
  habeas: { readonly url: string; readonly slug: string },
  bareUrl: string,
): Promise<Figure> {
  const visitor = new Visitor(habeas.url);
  const start = `/${habeas.slug}`;
  const pages: Record<string, number> = { start: total(await weigh(visitor, start)) };
  let heaviest = await weigh(visitor, start);
  let next = await goOn(visitor, `/api/public/${habeas.slug}/draft`, {});
  for (let step = next.split("/").at(-1) ?? ""; ; step = next.split("/").at(-1) ?? "") {
    const weight = await weigh(visitor, next);
    pages[step] = rounded(total(weight), 1);
    if (total(weight) > total(heaviest)) heaviest = weight;
    if (step === "check") break;
    const typed = TYPED[step];
    if (typed === undefined || pages[step] === undefined) throw new Error(`The form led to ${next}.`);
    next = await goOn(visitor, `/api/public/${habeas.slug}/draft/${step}`, typed);
  }
  const empty = await weigh(new Visitor(bareUrl), "/staff/empty");
  return {
    figure: "compressed scripts of the public form",
    unit: "kB (1000 bytes) after gzip",
    heaviestPage: rounded(total(heaviest), 1),
    files: rounded(heaviest.files / KILOBYTE, 1),
    inline: rounded(heaviest.inline / KILOBYTE, 1),
    pages,
    bareEmptyPage: rounded(total(empty), 1),
    overBare: rounded(total(heaviest) - total(empty), 1),
    aim: `at most ${MOST_KILOBYTES} kB`,
    met: total(heaviest) <= MOST_KILOBYTES,
  };
}

function total({ files, inline }: Weight): number {
  return (files + inline) / KILOBYTE;
}

async function weigh(visitor: Visitor, path: string): Promise<Weight> {
  const page = await visitor.get(path);
  if (page.status !== 200) throw new Error(`${path} answered ${page.status}.`);
  const html = await page.text();
  // What says noModule is for browsers of before 2018; every other one leaves it alone.
  const tags = (html.match(/<(?:script|link)\b[^>]*>/g) ?? []).filter((tag) => !/\snomodule\b/i.test(tag));
  const named = tags.flatMap((tag) => /\s(?:src|href)="([^"]+\.js[^"]*)"/.exec(tag)?.[1] ?? []);
  let files = 0;
  for (const address of new Set(named.map((text) => text.replaceAll("&amp;", "&")))) {
    const script = await visitor.get(address);
    if (script.status !== 200) throw new Error(`${address} answered ${script.status}.`);
    files += gzipSync(Buffer.from(await script.arrayBuffer())).length;
  }
  const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)];
  const text = inline.map(([, code = ""]) => code).join("\n");
  return { files, inline: text === "" ? 0 : gzipSync(text).length };
}

/** Posts a page of the form. @returns the path it leads to */
async function goOn(
  visitor: Visitor,
  path: string,
  typed: Readonly<Record<string, string>>,
): Promise<string> {
  const answer = await visitor.post(path, typed);
  const location = answer.headers.get("location");
  if (answer.status !== 303 || location === null) throw new Error(`${path} answered ${answer.status}.`);
  return location.replace(/^https?:\/\/[^/]+/, "").split(/[?#]/)[0] ?? "";
}
