import type { ReactNode } from "react";
import { Tag } from "@/app/_ui/tag";
import { pageLanguage, words } from "@/app/_ui/words";
import { formatReference } from "@/lib/domain/intake/reference";
import { formatInstant } from "@/lib/i18n/format";
import type { QueueLine } from "@/lib/queries/request/queue";
import { Due } from "../../_desk/due";

const COLUMNS = ["due", "reference", "name", "right", "standing", "assignee", "marks"] as const;
type Column = (typeof COLUMNS)[number];

/** Said aloud, because a table that stands as cards on a phone would otherwise not be read as a table. */
const SAID = {
  table: { role: "table" },
  row: { role: "row" },
  head: { role: "columnheader" },
  cell: { role: "cell" },
} as const;

function Cell({
  label,
  children,
  className = "",
}: {
  /** Stands before the value on a phone, where the value does not speak for itself. */
  readonly label?: string;
  readonly children: ReactNode;
  readonly className?: string;
}) {
  return (
    <td {...SAID.cell} className={`min-w-0 align-top break-words md:px-2 md:py-1.5 ${className}`}>
      {label ? (
        <span aria-hidden="true" className="text-sm text-soft md:hidden">
          {label}:{" "}
        </span>
      ) : null}
      {children}
    </td>
  );
}

/** The lines of the queue: a table, and cards on a phone. */
export async function QueueTable({
  slug,
  caption,
  lines,
  zone,
  takeBack,
}: {
  readonly slug: string;
  readonly caption: string;
  readonly lines: readonly QueueLine[];
  readonly zone: string;
  /** The search part of this page's address, to come back to after taking a request; null for who may not. */
  readonly takeBack: string | null;
}) {
  const say = await words("staff");
  const letter = await words("letter");
  const tasks = await words("tasks");
  const language = await pageLanguage();
  const closed = lines.every((line) => line.closedAt !== null);
  const due = lines.some((line) => line.ofTask) ? "taskDue" : closed ? "closed" : "due";
  const title = (column: Column) => say(`queue.column.${column === "due" ? due : column}`);
  return (
    <table {...SAID.table} className="block w-full text-[0.9375rem] md:table">
      <caption className="unseen">{caption}</caption>
      <thead className="sr-only md:not-sr-only md:table-header-group">
        <tr {...SAID.row} className="border-b-2 border-edge text-left">
          {COLUMNS.map((column) => (
            <th key={column} {...SAID.head} scope="col" className="px-2 py-1 text-sm font-semibold">
              {title(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block md:table-row-group">
        {lines.map((line) => (
          <tr
            key={line.reference}
            {...SAID.row}
            className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 border-b border-line py-3 hover:bg-surface md:table-row md:py-0"
          >
            <Cell>
              {line.daysLeft === null ? (
                line.closedAt && formatInstant(line.closedAt, zone, language)
              ) : (
                <Due on={line.workBy} daysLeft={line.daysLeft} />
              )}
            </Cell>
            <Cell>
              <a
                data-row=""
                href={`/staff/${slug}/requests/${line.reference}`}
                className="inline-flex min-h-11 items-center font-mono text-sm whitespace-nowrap md:min-h-0"
              >
                {formatReference(line.reference)}
              </a>
            </Cell>
            <Cell className="max-md:col-span-2 md:max-w-52">
              {line.name === null ? (
                <span className="text-soft">{say("queue.masked")}</span>
              ) : (
                <>
                  <bdi>{line.name}</bdi>
                  {line.subjectName ? (
                    <span className="block text-sm text-soft">
                      {say("queue.forSubject", { name: line.subjectName })}
                    </span>
                  ) : null}
                </>
              )}
            </Cell>
            <Cell>{say(`right.${line.right}`)}</Cell>
            <Cell className="max-md:text-right">
              {line.outcome ? letter(`outcome.${line.outcome}`) : say(`queue.standing.${line.standing}`)}
            </Cell>
            <Cell label={title("assignee")} className="max-md:col-span-2">
              {line.assignee ?? <span className="text-soft">{say("queue.nobody")}</span>}
              {takeBack !== null && line.assigneeId === null && line.standing !== "closed" ? (
                <form method="post" action={`/api/staff/${slug}/queue/take`} className="inline">
                  <input type="hidden" name="reference" value={line.reference} />
                  <input type="hidden" name="version" value={line.version} />
                  <input type="hidden" name="back" value={takeBack} />
                  <button
                    type="submit"
                    aria-label={say("queue.take", { reference: formatReference(line.reference) })}
                    className="ml-2 inline-flex min-h-11 items-center text-link underline underline-offset-2 md:min-h-6"
                  >
                    {say("queue.takeShort")}
                  </button>
                </form>
              ) : null}
            </Cell>
            <Cell className="max-md:col-span-2">
              <span className="flex flex-wrap gap-1">
                {line.stopNow ? <Tag tone="error">{tasks("stopNow")}</Tag> : null}
                {line.trouble ? (
                  <Tag tone={line.trouble === "to_post" ? "warn" : "error"}>
                    {say(`queue.mark.${line.trouble}`)}
                  </Tag>
                ) : null}
                {line.confirmed ? null : <Tag tone="warn">{say("queue.mark.unconfirmed")}</Tag>}
                {line.flagged ? <Tag tone="info">{say("queue.mark.flagged")}</Tag> : null}
              </span>
            </Cell>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
