import type { Letter, LetterBlock } from "@/lib/domain/notice/letter";

/** A letter as plain text, for whoever saves or prints it. */
export function letterText({ title, blocks }: Letter): string {
  return `${[title.toUpperCase(), ...blocks.map(blockText)].join("\n\n")}\n`;
}

function blockText(block: LetterBlock): string {
  switch (block.kind) {
    case "heading":
      return `${block.text}\n${"-".repeat([...block.text].length)}`;
    case "paragraph":
    case "fixed":
      return block.text;
    case "list":
      return block.items.map((item) => `* ${item}`).join("\n");
    case "facts":
      return block.rows.map(({ label, value }) => `${label}: ${value.split("\n").join(", ")}`).join("\n");
  }
}
