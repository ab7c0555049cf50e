/**
 * The button that the Enter key presses in a form: the first one of the document that belongs to it. It goes before
 * any other (Back, a language), is not seen, not read and not in the tab order.
 */
export function DefaultButton({
  form,
  name,
  value,
}: {
  readonly form: string;
  readonly name: string;
  readonly value: string;
}) {
  return (
    <button
      type="submit"
      form={form}
      name={name}
      value={value}
      className="unseen"
      tabIndex={-1}
      aria-hidden="true"
    >
      {value}
    </button>
  );
}
