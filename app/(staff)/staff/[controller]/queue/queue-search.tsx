import { Button } from "@/app/_ui/button";
import { words } from "@/app/_ui/words";

/** Finds a request by reference or a person by address or name; posted, so that no name stands in an address. */
export async function QueueSearch({ slug, people }: { readonly slug: string; readonly people: boolean }) {
  const say = await words("staff");
  return (
    <search className="mb-4 block">
      <form method="post" action={`/api/staff/${slug}/queue/search`}>
        <label htmlFor="search" className="font-semibold">
          {say(people ? "queue.search.label" : "queue.search.labelReference")}
        </label>
        <div id="search-hint" className="text-sm text-soft">
          {say(people ? "queue.search.hint" : "queue.search.hintReference")}
        </div>
        <div className="mt-1 flex max-w-text gap-2">
          <input
            id="search"
            name="search"
            type="search"
            maxLength={254}
            required
            autoComplete="off"
            spellCheck={false}
            aria-describedby="search-hint"
            className="input min-w-0 flex-1"
          />
          <Button tone="secondary">{say("queue.search.button")}</Button>
        </div>
      </form>
    </search>
  );
}
