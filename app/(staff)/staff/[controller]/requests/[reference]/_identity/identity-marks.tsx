import { Tag } from "@/app/_ui/tag";
import { words } from "@/app/_ui/words";
import type { RequestIdentity } from "@/lib/queries/identity/request-identity";

/** Under the title: whom somebody acts for, and what of identity and authority is open. */
export async function IdentityMarks({ identity }: { readonly identity: RequestIdentity }) {
  const say = await words("identity");
  const { represented, checks } = identity;
  const state = checks.at(-1)?.state;
  const open = represented?.state === "unchecked" || represented?.state === "rejected";
  return (
    <>
      {represented && represented.onBehalf !== "self" ? (
        <>
          <span>
            {say("actsFor")} <bdi>{represented.name}</bdi>
          </span>
          <Tag tone={open ? "warn" : "ok"}>{say(`representation.${represented.state}`)}</Tag>
        </>
      ) : null}
      {state === "asked" || state === "answered" || state === "failed" ? (
        <Tag tone="warn">
          {say("staff.title")}: {say(`state.${state}`)}
        </Tag>
      ) : null}
    </>
  );
}
