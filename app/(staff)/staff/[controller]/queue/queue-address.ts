import type { QueueParams } from "@/lib/schemas/request/queue";

/** What the address of a queue says, without what goes without saying. */
export function queueSearch(params: Partial<QueueParams>): string {
  const search = new URLSearchParams();
  const { view, right, standing, assignee, who, page } = params;
  if (view && view !== "open") search.set("view", view);
  if (right) search.set("right", right);
  if (standing) search.set("standing", standing);
  if (assignee) search.set("assignee", assignee);
  if (who) search.set("who", who.join(","));
  if (page && page > 1) search.set("page", String(page));
  return search.toString();
}

/** The address of a queue with other parameters; `undefined` takes one away, and any change goes to page 1. */
export function queueHref(slug: string, params: QueueParams, change: Partial<QueueParams>): string {
  const search = queueSearch({ ...params, page: 1, ...change });
  return `/staff/${slug}/queue${search ? `?${search}` : ""}`;
}
