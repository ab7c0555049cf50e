import { Button } from "@/app/_ui/button";
import { words } from "@/app/_ui/words";
import { RIGHTS } from "@/lib/domain/kernel/right";
import { STANDINGS } from "@/lib/domain/request/queue";
import type { Colleague } from "@/lib/queries/request/colleagues";
import type { QueueParams } from "@/lib/schemas/request/queue";
import { queueHref } from "./queue-address";

type Option = { readonly value: string; readonly label: string };

/** What the queue is narrowed to: chosen in a form that is the address, shown as chips that go one by one. */
export async function QueueFilters({
  slug,
  params,
  colleagues,
}: {
  readonly slug: string;
  readonly params: QueueParams;
  readonly colleagues: readonly Colleague[];
}) {
  const say = await words("staff");
  const rights = RIGHTS.map((value) => ({ value, label: say(`right.${value}`) }));
  const standings = STANDINGS.map((value) => ({ value, label: say(`queue.standing.${value}`) }));
  const people = [
    { value: "nobody", label: say("queue.nobody") },
    ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const any = say("queue.filter.any");
  const labelOf = (options: readonly Option[], value: string | undefined) =>
    options.find((option) => option.value === value)?.label;
  const chips = [
    { label: params.who && say("queue.filter.who"), href: queueHref(slug, params, { who: undefined }) },
    { label: labelOf(rights, params.right), href: queueHref(slug, params, { right: undefined }) },
    { label: labelOf(standings, params.standing), href: queueHref(slug, params, { standing: undefined }) },
    { label: labelOf(people, params.assignee), href: queueHref(slug, params, { assignee: undefined }) },
  ].filter((chip) => chip.label);
  return (
    <>
      <form method="get" action={`/staff/${slug}/queue`} className="mb-3 flex flex-wrap items-end gap-3">
        {params.view === "open" ? null : <input type="hidden" name="view" value={params.view} />}
        {params.who ? <input type="hidden" name="who" value={params.who.join(",")} /> : null}
        <Select
          name="right"
          label={say("queue.filter.right")}
          any={any}
          options={rights}
          value={params.right}
        />
        <Select
          name="standing"
          label={say("queue.filter.standing")}
          any={any}
          options={standings}
          value={params.standing}
        />
        {colleagues.length > 0 ? (
          <Select
            name="assignee"
            label={say("queue.filter.assignee")}
            any={any}
            options={people}
            value={params.assignee}
          />
        ) : null}
        <Button tone="secondary">{say("queue.filter.apply")}</Button>
      </form>
      {chips.length > 0 ? (
        <ul aria-label={say("queue.filter.active")} className="mb-3 flex flex-wrap gap-2">
          {chips.map(({ label, href }) => (
            <li key={href}>
              <a
                href={href}
                aria-label={say("queue.filter.remove", { filter: label ?? "" })}
                className="inline-flex min-h-9 items-center gap-2 rounded-full border border-accent bg-tint px-3 text-ink no-underline visited:text-ink hover:underline"
              >
                {label}
                <span aria-hidden="true">×</span>
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

function Select({
  name,
  label,
  any,
  options,
  value = "",
}: {
  readonly name: string;
  readonly label: string;
  readonly any: string;
  readonly options: readonly Option[];
  readonly value?: string | undefined;
}) {
  return (
    <div className="min-w-0 flex-1 basis-40 sm:max-w-64">
      <label htmlFor={`filter-${name}`} className="block text-sm font-semibold">
        {label}
      </label>
      <select id={`filter-${name}`} name={name} defaultValue={value} className="input">
        <option value="">{any}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
