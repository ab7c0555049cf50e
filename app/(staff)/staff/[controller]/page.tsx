import { redirect } from "next/navigation";
import { may } from "@/lib/domain/access/access";
import { deskDoor } from "../_desk/door";

/** A desk begins with its queue; for who has none, with the settings. */
export default async function DeskPage({ params }: { readonly params: Promise<{ controller: string }> }) {
  const { actor, controller } = await deskDoor((await params).controller);
  const queue = actor.kind === "staff" && may(actor.roles, "queue.read");
  redirect(`/staff/${controller.slug}/${queue ? "queue" : "settings"}`);
}
