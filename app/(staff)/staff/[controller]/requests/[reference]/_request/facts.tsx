import { Tag } from "@/app/_ui/tag";
import { pageLanguage, words } from "@/app/_ui/words";
import { formatInstant } from "@/lib/i18n/format";
import type { RequestPage } from "@/lib/queries/request/request-page";
import { Box, Rows } from "../../../../_desk/box";
import { detailRows } from "./detail-rows";

/** What is asked for and who asks, as it was filed. */
export async function Facts({ page }: { readonly page: RequestPage }) {
  const say = await words("staff");
  const letter = await words("letter");
  const language = await pageLanguage();
  const { details, zone } = page;
  const asked = details ? detailRows(details, say, letter, language) : [];
  const narrowed = page.thread.flatMap(({ kind, text, at }) =>
    kind === "narrowing" && text !== null
      ? [
          {
            label: say("request.facts.narrowed", { instant: formatInstant(at, zone, language) }),
            value: text,
          },
        ]
      : [],
  );
  const blank = details && asked.every(({ value }) => value === "");
  return (
    <Box id="facts" title={say("request.facts.title")}>
      <Rows
        rows={[
          { label: say("request.facts.right"), value: letter(`right.${page.right}`) },
          { label: say("request.facts.received"), value: formatInstant(page.receivedAt, zone, language) },
          {
            label: say("request.facts.channel"),
            value: (
              <span className="inline-block first-letter:uppercase">
                {say(`request.channel.${page.channel}`)}
              </span>
            ),
          },
          { label: say("request.facts.language"), value: say(`request.language.${page.language}`) },
        ]}
      />
      <div className="my-3 border-t border-line pt-3">
        {details ? (
          <>
            <Rows rows={[...asked, ...narrowed]} />
            {blank ? <p className="text-soft">{say("request.facts.nothing")}</p> : null}
            <p className="mt-1 text-sm text-soft">{say("request.facts.verbatim")}</p>
          </>
        ) : (
          <p className="text-soft">{say("request.facts.masked")}</p>
        )}
      </div>
      <Person page={page} />
    </Box>
  );
}

async function Person({ page }: { readonly page: RequestPage }) {
  const say = await words("staff");
  const language = await pageLanguage();
  const { who, confirmedAt, remindedAt, zone } = page;
  return (
    <div className="border-t border-line pt-3">
      <h3 className="mb-1 text-sm font-bold">{say("request.facts.who")}</h3>
      {who ? (
        <Rows
          rows={[
            { label: say("request.facts.name"), value: <bdi>{who.name}</bdi> },
            { label: say("request.facts.email"), value: who.email ? <bdi>{who.email}</bdi> : "" },
            {
              label: say("request.facts.postalAddress"),
              value: who.postalAddress ? <bdi>{who.postalAddress}</bdi> : "",
            },
            { label: say("request.facts.phone"), value: who.phone },
            { label: say("request.facts.onBehalf"), value: say(`request.onBehalf.${who.onBehalf}`) },
            {
              label: say("request.facts.subjectName"),
              value: who.subjectName ? <bdi>{who.subjectName}</bdi> : "",
            },
            { label: say("request.facts.authority"), value: who.authority },
            {
              label: say("request.facts.relationship"),
              value: say(`request.relationship.${who.relationship}`),
            },
            { label: say("request.facts.identifiers"), value: who.identifiers },
          ]}
        />
      ) : (
        <p className="text-soft">{say("request.facts.masked")}</p>
      )}
      {confirmedAt ? (
        <p className="mt-2 text-sm">
          {say("request.address.confirmed", { instant: formatInstant(confirmedAt, zone, language) })}
        </p>
      ) : (
        <div className="mt-2">
          <Tag tone="warn">{say("request.address.unconfirmed")}</Tag>
          <p className="mt-1 text-sm">
            {say("request.address.means")}
            {remindedAt
              ? ` ${say("request.address.reminded", { instant: formatInstant(remindedAt, zone, language) })}.`
              : ""}
          </p>
        </div>
      )}
    </div>
  );
}
