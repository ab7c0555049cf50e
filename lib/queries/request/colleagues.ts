import { staffAt } from "@/lib/db/staff";
import { may } from "@/lib/domain/access/access";

export type Colleague = { readonly id: string; readonly name: string };

/** Who can work on the requests of a controller, by name. */
export async function colleaguesAt(controllerId: string): Promise<readonly Colleague[]> {
  const staff = await staffAt(controllerId);
  return staff
    .filter((one) => one.disabledAt === null && may(one.roles, "request.note"))
    .map(({ id, who }) => ({ id, name: who.name }));
}
