"use client";
import { type Kit, Line, Rows } from "./field-kit.client";

/** Who received the data, by actual name. `say` names the words of the rows. */
export function RecipientFields({ say = "recipients", ...kit }: Kit & { readonly say?: string }) {
  return (
    <Rows {...kit} at="content.recipients" say={say} blank={{ name: "", country: "" }}>
      {(path) => (
        <div className="grid gap-x-4 sm:grid-cols-[2fr_1fr]">
          <Line {...kit} at={`${path}.name`} say="recipients.name" />
          <Line {...kit} at={`${path}.country`} say="recipients.country" optional />
        </div>
      )}
    </Rows>
  );
}
