import { pageLanguage, words } from "@/app/_ui/words";
import { formatInstant } from "@/lib/i18n/format";
import type { Dossier } from "@/lib/queries/fee/dossier";
import { Box } from "../../../../../_desk/box";

/** What somebody remarked, and why; a remark decides nothing. */
export async function FlagsPart({ view }: { readonly view: Dossier }) {
  const staff = await words("staff");
  const language = await pageLanguage();
  return (
    <Box id="flags" title={staff("request.flags.title")}>
      <p className="mb-2 text-sm">{staff("request.flags.means")}</p>
      {view.flags.length === 0 ? <p className="text-soft">{staff("request.flags.none")}</p> : null}
      <ul className="grid gap-3">
        {view.flags.map((flag) => (
          <li key={flag.id} className={flag.removedAt ? "text-soft" : ""}>
            <p className="font-semibold">{staff(`request.flags.ground.${flag.ground}`)}</p>
            <p className="break-words whitespace-pre-line">{flag.reason ?? staff("request.flags.masked")}</p>
            <p className="text-sm text-soft">
              {staff("request.flags.by", {
                name: flag.raisedBy,
                instant: formatInstant(flag.raisedAt, view.zone, language),
              })}
            </p>
            {flag.removedAt ? (
              <p className="text-sm">
                {staff("request.flags.removed", {
                  name: flag.removedBy ?? "",
                  instant: formatInstant(flag.removedAt, view.zone, language),
                })}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </Box>
  );
}
