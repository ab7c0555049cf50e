import { pageLanguage, words } from "@/app/_ui/words";
import { localDate } from "@/lib/domain/clock/dates";
import { formatReference } from "@/lib/domain/intake/reference";
import { formatDate } from "@/lib/i18n/format";
import type { RequestFact } from "@/lib/queries/request/earlier-requests";
import type { RequestPage } from "@/lib/queries/request/request-page";
import { Box } from "../../../../_desk/box";

/** Other requests of the same filing, and earlier and later ones from the same address: dates, rights, outcomes. */
export async function Earlier({ page, slug }: { readonly page: RequestPage; readonly slug: string }) {
  const say = await words("staff");
  const { facts, more } = page.earlier;
  return (
    <Box id="earlier" title={say("request.earlier.title")}>
      {page.siblings.length > 0 ? (
        <>
          <h3 className="text-sm font-bold">{say("request.earlier.siblings")}</h3>
          <Facts facts={page.siblings} slug={slug} zone={page.zone} />
        </>
      ) : null}
      {facts.length === 0 && page.siblings.length === 0 ? (
        <p className="text-soft">{say("request.earlier.none")}</p>
      ) : (
        <Facts facts={facts} slug={slug} zone={page.zone} />
      )}
      {more ? <p className="text-sm text-soft">{say("request.earlier.more")}</p> : null}
    </Box>
  );
}

async function Facts({
  facts,
  slug,
  zone,
}: {
  readonly facts: readonly RequestFact[];
  readonly slug: string;
  readonly zone: string;
}) {
  const say = await words("staff");
  const letter = await words("letter");
  const language = await pageLanguage();
  return (
    <ul className="mb-2 grid gap-1 text-sm">
      {facts.map((fact) => (
        <li key={fact.reference}>
          <a href={`/staff/${slug}/requests/${fact.reference}`} className="font-mono whitespace-nowrap">
            {formatReference(fact.reference)}
          </a>{" "}
          {formatDate(localDate(fact.receivedAt, zone), language)}, {say(`right.${fact.right}`)}:{" "}
          {fact.outcome ? letter(`outcome.${fact.outcome}`) : say("request.earlier.open")}
          {fact.confirmed ? "" : ` (${say("request.earlier.unconfirmed")})`}
        </li>
      ))}
    </ul>
  );
}
