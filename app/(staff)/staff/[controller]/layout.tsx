import type { ReactNode } from "react";
import { words } from "@/app/_ui/words";
import type { Action } from "@/lib/domain/access/access";
import { Refused } from "@/lib/domain/kernel/refusal";
import { type Desk, deskOf } from "@/lib/queries/access/own-account";
import { staffCtx } from "@/lib/session/staff";
import { StaffFrame } from "../_frame/staff-frame";

/** Ways of the desk, in their order, with what one must be allowed to do to go there. */
const WAYS: readonly (readonly [key: string, path: string, action: Action])[] = [
  ["queue", "queue", "queue.read"],
  ["enter", "enter", "filing.enter"],
  ["suppressions", "suppressions", "suppression.read"],
  ["audit", "audit", "audit.read"],
  ["settings", "settings", "settings.read"],
  ["staff", "settings/staff", "staff.read"],
];

/** The frame of one controller's desk. Whoever may not be here gets the page bare, and the page sends them away. */
export default async function DeskLayout({
  params,
  children,
}: {
  readonly params: Promise<{ controller: string }>;
  readonly children: ReactNode;
}) {
  const desk = await deskOrNull((await params).controller);
  if (!desk) return children;
  const say = await words("staffAccess");
  const base = `/staff/${desk.controller.slug}`;
  const ways = WAYS.filter(([, , action]) => desk.actions.includes(action));
  const links = ways.map(([key, path]) => ({ href: `${base}/${path}`, text: say(`frame.${key}`) }));
  const elsewhere = desk.severalWorkplaces
    ? [{ href: "/staff?choose", text: say("frame.switchController") }]
    : [];
  return (
    <StaffFrame
      brand={{ name: desk.controller.name, href: links[0]?.href ?? "/staff" }}
      links={[...links, ...elsewhere]}
      person={desk.name}
    >
      {children}
    </StaffFrame>
  );
}

async function deskOrNull(slug: string): Promise<Desk | null> {
  try {
    return await deskOf(await staffCtx(slug));
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}
