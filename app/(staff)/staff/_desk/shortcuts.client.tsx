"use client";
import { useEffect, useState } from "react";

export type ShortcutWords = Readonly<
  Record<"title" | "search" | "next" | "previous" | "open" | "enter" | "help" | "use" | "note", string>
>;

const SWITCH = "habeas.shortcuts";
const ROWS = "a[data-row]";

function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

/** Moves the focus from row to row; from nowhere to the first. */
function move(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>(ROWS)];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  rows[at === -1 ? 0 : at + by]?.focus();
}

/**
 * Single-letter shortcuts of the queue (WCAG 2.1.4: they can be switched off, and do nothing while somebody
 * types). Everything they do can be done without them.
 */
export function Shortcuts({
  words,
  enter,
}: {
  readonly words: ShortcutWords;
  /** Where a request of another channel is entered; null for who may not. */
  readonly enter: string | null;
}) {
  const [on, setOn] = useState(false);
  const [open, setOpen] = useState(false);

  useEffect(() => setOn(window.localStorage.getItem(SWITCH) !== "off"), []);

  useEffect(() => {
    if (!on) return;
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
      const acts: Readonly<Record<string, () => void>> = {
        "/": () => document.querySelector<HTMLElement>("#search")?.focus(),
        j: () => move(1),
        k: () => move(-1),
        ...(enter === null ? {} : { e: () => window.location.assign(enter) }),
        "?": () => setOpen((was) => !was),
      };
      const act = acts[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [on, enter]);

  function use(chosen: boolean): void {
    setOn(chosen);
    window.localStorage.setItem(SWITCH, chosen ? "on" : "off");
  }

  const keys = [
    ["/", words.search],
    ["j", words.next],
    ["k", words.previous],
    ["Enter", words.open],
    ...(enter === null ? [] : ([["e", words.enter]] as const)),
    ["?", words.help],
  ] as const;
  return (
    <details
      className="not-printed mt-6 text-sm max-md:hidden"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="inline-flex min-h-9 items-center text-link underline underline-offset-2">
        {words.title}
      </summary>
      <dl className="my-2 grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1">
        {keys.map(([key, what]) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="rounded border border-edge bg-surface px-2 font-mono">{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <label className="flex min-h-9 items-center gap-2">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => use(event.target.checked)}
          className="choice-mark"
        />
        {words.use}
      </label>
      <p className="text-soft">{words.note}</p>
    </details>
  );
}
