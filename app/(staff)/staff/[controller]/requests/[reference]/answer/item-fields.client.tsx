"use client";
import { useFieldArray } from "react-hook-form";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/field";
import { Choice, type Kit } from "./_fields/field-kit.client";

/** What is handed out or was done, one row for each thing; or that nothing is held of it. */
export function ItemFields(kit: Kit) {
  const { form, words, errorOf } = kit;
  // An answer to a request for access hands out a copy (GDPR Art. 15(3)).
  const copyOwed = form.getValues("content").right === "access";
  const { fields, append, remove } = useFieldArray({ control: form.control, name: "items" });
  return (
    <fieldset className="mb-8">
      <legend className="text-lg font-semibold">
        {words.items} {copyOwed ? null : <span className="font-normal text-soft">{words.optional}</span>}
      </legend>
      <p className="mb-3 text-soft">{words.itemsHint}</p>
      {fields.map((field, at) => (
        <fieldset key={field.id} className="mb-4 border-l-4 border-line pl-4">
          <legend className="unseen">{words.item.replace("#", String(at + 1))}</legend>
          <TextField
            id={`items.${at}.name`}
            label={words.itemName}
            error={errorOf(`items.${at}.name`)}
            errorPrefix={words.errorPrefix}
            defaultValue={field.name}
            {...form.register(`items.${at}.name`)}
          />
          <TextField
            id={`items.${at}.description`}
            label={words.itemDescription}
            optional={words.optional}
            error={errorOf(`items.${at}.description`)}
            errorPrefix={words.errorPrefix}
            defaultValue={field.description}
            {...form.register(`items.${at}.description`)}
          />
          <Choice {...kit} at={`items.${at}.result`} say="itemResult" choices={["granted", "nothing_held"]} />
          <Button type="button" tone="quiet" onClick={() => remove(at)}>
            {words.removeItem.replace("#", String(at + 1))}
          </Button>
        </fieldset>
      ))}
      <Button
        type="button"
        tone="secondary"
        onClick={() => append({ name: "", description: "", result: "granted" })}
      >
        {words.addItem}
      </Button>
    </fieldset>
  );
}
