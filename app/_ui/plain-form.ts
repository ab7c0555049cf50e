import { escaped } from "./escaped";

/** A field with what was typed in it; `error` says what is wrong with it. */
export type PlainField = {
  readonly name: string;
  readonly label: string;
  readonly error?: string | undefined;
} & (
  | { readonly as: "line" | "lines" | "date"; readonly typed: string }
  | { readonly as: "files"; readonly accept: string; readonly hint?: string | undefined }
  | { readonly as: "tick"; readonly value: string; readonly ticked: boolean }
  | {
      readonly as: "one";
      readonly typed: string;
      readonly choices: readonly { readonly value: string; readonly label: string }[];
    }
);

/** A form as it was filled in, to be put right and sent again. */
export type PlainForm = {
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly fields: readonly PlainField[];
  readonly button: string;
};

/** The id of a field's control, for what leads to it. */
export function controlId(name: string): string {
  return `again-${name}`;
}

/** The form as HTML, with every text in it escaped. */
export function plainForm({ action, hidden, fields, button }: PlainForm): string {
  const files = fields.some(({ as }) => as === "files");
  const unseen = Object.entries(hidden).map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  return `<form method="post" action="${escaped(action)}"${files ? ' enctype="multipart/form-data"' : ""} novalidate autocomplete="off">
${unseen.join("")}
${fields.map(fieldOf).join("\n")}
<button type="submit">${escaped(button)}</button>
</form>`;
}

function fieldOf(field: PlainField): string {
  const id = escaped(controlId(field.name));
  const label = `<label for="${id}">${escaped(field.label)}</label>`;
  const error = field.error ? `<p class="error" id="${id}-error">${escaped(field.error)}</p>` : "";
  const hint = field.as === "files" && field.hint ? `<p id="${id}-hint">${escaped(field.hint)}</p>` : "";
  const parts =
    field.as === "tick"
      ? `${error}${control(field, id)} ${label}`
      : `${label}${hint}${error}${control(field, id)}`;
  return `<div class="${field.error ? "field wrong" : "field"}">${parts}</div>`;
}

function control(field: PlainField, id: string): string {
  const described = [
    field.as === "files" && field.hint ? `${id}-hint` : "",
    field.error ? `${id}-error` : "",
  ].filter(Boolean);
  const common = `id="${id}" name="${escaped(field.name)}"${
    described.length > 0 ? ` aria-describedby="${described.join(" ")}"` : ""
  }${field.error ? ' aria-invalid="true"' : ""}`;
  switch (field.as) {
    case "lines":
      // A line break right after the tag is not part of a textarea's text, so one more keeps the text's own.
      return `<textarea ${common}>\n${escaped(field.typed)}</textarea>`;
    case "line":
      return `<input ${common} value="${escaped(field.typed)}">`;
    case "date":
      // A browser empties a date field that holds no date.
      return `<input ${common} type="${DAY.test(field.typed) ? "date" : "text"}" value="${escaped(field.typed)}">`;
    case "files":
      return `<input ${common} type="file" multiple accept="${escaped(field.accept)}">`;
    case "tick":
      return `<input ${common} type="checkbox" value="${escaped(field.value)}"${field.ticked ? " checked" : ""}>`;
    case "one":
      return `<select ${common}>${options(field)}</select>`;
  }
}

const DAY = /^(?:\d{4}-\d{2}-\d{2})?$/;

/** The choices; before them none, where none of them was chosen. */
function options({ typed, choices }: Extract<PlainField, { as: "one" }>): string {
  const known = choices.some(({ value }) => value === typed);
  const all = known ? choices : [{ value: "", label: "" }, ...choices];
  return all
    .map(
      ({ value, label }) =>
        `<option value="${escaped(value)}"${value === (known ? typed : "") ? " selected" : ""}>${escaped(label)}</option>`,
    )
    .join("");
}
