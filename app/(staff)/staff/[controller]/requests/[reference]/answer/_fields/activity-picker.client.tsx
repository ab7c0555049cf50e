"use client";
import { useRef } from "react";
import type { AccessContent } from "@/lib/domain/decision/content";
import {
  type AbsentWords,
  type ActivityBlocks,
  filledAccess,
  refilled,
  withSystems,
} from "@/lib/domain/decision/fill-access";
import { CheckFields } from "../../../../../_form/check-fields";
import type { Kit } from "./field-kit.client";

/** What the activities of the register say in the language of the letter. */
export type Fillings = {
  readonly activities: readonly {
    readonly id: string;
    readonly name: string;
    /** Such a person's data is in it. */
    readonly concerns: boolean;
    readonly blocks: ActivityBlocks;
  }[];
  readonly absent: AbsentWords;
};

/** Which activities concern this person. The parts follow what is chosen, except those written by hand. */
export function ActivityPicker({ fillings, ...kit }: Kit & { readonly fillings: Fillings }) {
  const { form, words, errorOf } = kit;
  const { activities, absent } = fillings;
  const at = "content.activities" as const;
  const blocksOf = (ids: readonly string[]) =>
    activities.filter(({ id }) => ids.includes(id)).map(({ blocks }) => blocks);
  const before = useRef<readonly string[]>((form.getValues("content") as AccessContent).activities);
  if (activities.length === 0) return null;
  const follow = () => {
    const content = form.getValues("content") as AccessContent;
    const chosen = blocksOf(content.activities);
    const was = filledAccess(blocksOf(before.current), absent);
    const { blocks, recipients } = refilled(content, was, filledAccess(chosen, absent));
    before.current = content.activities;
    form.setValue("content.blocks" as never, blocks as never);
    form.setValue("content.recipients" as never, recipients as never);
    form.setValue("searches", [...withSystems(form.getValues("searches"), chosen)]);
  };
  return (
    <CheckFields
      id={at}
      label={words.own["access.activities"] ?? ""}
      hint={words.own["access.activitiesHint"]}
      error={errorOf(at as never)}
      errorPrefix={words.errorPrefix}
      checks={activities.map(({ id, name }) => ({ value: id, label: name }))}
      control={form.register(at as never, { onChange: follow })}
    />
  );
}
