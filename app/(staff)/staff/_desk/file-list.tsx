import { Button } from "@/app/_ui/button";
import { words } from "@/app/_ui/words";

/** Stored files, each behind a button: opening one is a download, and is written into the log. */
export async function FileList({
  slug,
  files,
}: {
  readonly slug: string;
  readonly files: readonly { readonly id: string; readonly name: string }[];
}) {
  const say = await words("identity");
  if (files.length === 0) return null;
  return (
    <ul className="grid gap-1">
      {files.map(({ id, name }) => (
        <li key={id}>
          <form method="post" action={`/api/staff/${slug}/files/open`}>
            <input type="hidden" name="file" value={id} />
            <Button tone="quiet" className="max-w-full wrap-anywhere">
              {say("staff.openFile", { name })}
            </Button>
          </form>
        </li>
      ))}
    </ul>
  );
}
