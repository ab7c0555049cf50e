import type { Letter, LetterBlock } from "@/lib/domain/notice/letter";

/** A letter as a page shows and prints it. Everything in it is text. */
export function LetterView({ letter, level = 2 }: { readonly letter: Letter; readonly level?: 2 | 3 }) {
  const Title = `h${level}` as const;
  return (
    <article
      lang={letter.language}
      className="my-6 max-w-text rounded border border-edge bg-surface p-5 sm:p-10 print:border-0 print:p-0"
    >
      <Title className="mb-6 text-xl font-bold">{letter.title}</Title>
      <LetterBlocks blocks={letter.blocks} level={level === 2 ? 3 : 4} />
    </article>
  );
}

/** The parts of a letter or of a legal text; `level` is that of their headings. */
export function LetterBlocks({
  blocks,
  level,
}: {
  readonly blocks: readonly LetterBlock[];
  readonly level: 2 | 3 | 4;
}) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      {blocks.map((block, at) => (
        // A letter never changes once it is made, so the position of a part names it.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <Block key={at} block={block} level={level} />
      ))}
    </div>
  );
}

function Block({ block, level }: { readonly block: LetterBlock; readonly level: 2 | 3 | 4 }) {
  const Heading = `h${level}` as const;
  switch (block.kind) {
    case "heading":
      return <Heading className="mt-3 -mb-2 text-lg font-bold">{block.text}</Heading>;
    case "paragraph":
    case "fixed":
      return <p className="whitespace-pre-line">{block.text}</p>;
    case "list":
      return (
        <ul className="list-disc space-y-1 pl-5">
          {block.items.map((item) => (
            <li key={item} className="whitespace-pre-line">
              {item}
            </li>
          ))}
        </ul>
      );
    case "facts":
      return (
        <dl className="grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-1 sm:grid-cols-[fit-content(14rem)_minmax(0,1fr)]">
          {block.rows.map(({ label, value }) => (
            <div key={label} className="contents">
              <dt className="font-semibold">{label}</dt>
              <dd className="mb-1 whitespace-pre-line wrap-anywhere">{value}</dd>
            </div>
          ))}
        </dl>
      );
  }
}
