import { Banner } from "@/app/_ui/banner";
import { words } from "@/app/_ui/words";
import { formatReference } from "@/lib/domain/intake/reference";
import type { ComplaintJudge } from "@/lib/queries/decision/complaint-judge";
import { Box } from "../../../../_desk/box";

/** Who handled earlier requests of whoever complains, each with what they did. */
export async function ComplaintJudgeBox({
  view,
  slug,
}: {
  readonly view: ComplaintJudge | null;
  readonly slug: string;
}) {
  if (!view) return null;
  const say = await words("tasks");
  return (
    <Box id="judge" title={say("judge.title")}>
      <p className="text-sm">{say("judge.told")}</p>
      <ul className="my-2 grid gap-1">
        {view.handlers.map(({ id, name, you, requests }) => (
          <li key={id}>
            <bdi className="font-semibold">{name}</bdi>
            {you ? ` (${say("judge.you")})` : ""}:{" "}
            {requests.map(({ reference, parts }, at) => (
              <span key={reference}>
                {at > 0 ? "; " : ""}
                <a href={`/staff/${slug}/requests/${reference}`} className="font-mono whitespace-nowrap">
                  {formatReference(reference)}
                </a>{" "}
                {parts.map((part) => say(`judge.part.${part}`)).join(", ")}
              </span>
            ))}
          </li>
        ))}
      </ul>
      <MayDecide view={view} />
    </Box>
  );
}

/** Whether the reader may decide the complaint, and else who can; nothing where none of it was theirs. */
export async function MayDecide({ view }: { readonly view: ComplaintJudge | null }) {
  if (!view || view.reader === "free") return null;
  const say = await words("tasks");
  return <Banner tone="warn">{say(`judge.reader.${view.reader}`, { names: view.others.join(", ") })}</Banner>;
}
