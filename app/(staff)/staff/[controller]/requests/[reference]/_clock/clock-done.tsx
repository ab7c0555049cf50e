import { Banner } from "@/app/_ui/banner";
import { words } from "@/app/_ui/words";
import { one, type Search } from "../../../../_desk/one";

const DONE = ["extended", "answered", "taken-back", "cancelled"];

/** What was just done to the time. */
export async function ClockDone({ search }: { readonly search: Search }) {
  const done = DONE.find((each) => `clock-${each}` === one(search, "done"));
  if (!done) return null;
  const say = await words("timing");
  return (
    <div role="status">
      <Banner tone="ok">{say(`done.${done}`)}</Banner>
    </div>
  );
}
