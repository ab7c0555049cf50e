import { Button, ButtonLink } from "@/app/_ui/button";
import { pageLanguage, words } from "@/app/_ui/words";
import { EVIDENCE_DAYS } from "@/lib/domain/identity/check";
import { formatInstant } from "@/lib/i18n/format";
import type { CheckLine, RequestIdentity } from "@/lib/queries/identity/request-identity";
import { Box, Rows } from "../../../../_desk/box";
import { FileList } from "../../../../_desk/file-list";
import type { Seen } from "../../../../_desk/step-form";
import { ResultForm } from "./result-form";

const DAY = 86_400_000;
/** From when on silence is remarked. */
const LONG_DAYS = 7;

type Props = { readonly identity: RequestIdentity; readonly of: Seen; readonly zone: string };

/** Whether proof of identity was asked for, why, what came of it, and the steps that are lawful now. */
export async function IdentityBox({ identity, of, zone }: Props) {
  const say = await words("identity");
  const newest = identity.checks.at(-1);
  const base = `/staff/${of.slug}/requests/${of.reference}/identity`;
  return (
    <Box id="identity" title={say("staff.title")}>
      {identity.possible ? null : <p className="text-sm">{say("staff.never")}</p>}
      {newest || !identity.possible ? null : <p className="text-soft">{say("staff.none")}</p>}
      {identity.checks.map((check) => (
        <CheckFacts key={check.id} check={check} zone={zone} />
      ))}
      {newest && newest.resolvedAt === null ? (
        <OpenCheck check={newest} identity={identity} of={of} zone={zone} base={base} />
      ) : null}
      {identity.offers.record && newest ? <ResultForm of={of} check={newest} /> : null}
      {identity.offers.ask ? (
        <p className="mt-3">
          <ButtonLink tone="secondary" href={base}>
            {say(newest ? "staff.again" : "staff.ask")}
          </ButtonLink>
        </p>
      ) : null}
    </Box>
  );
}

async function CheckFacts({ check, zone }: { readonly check: CheckLine; readonly zone: string }) {
  const say = await words("identity");
  const language = await pageLanguage();
  const at = (date: Date | null) => (date ? formatInstant(date.toISOString(), zone, language) : "");
  return (
    <div className="mb-3 border-b border-line pb-3">
      <p className="mb-1 font-semibold">{say(`state.${check.state}`)}</p>
      <Rows
        rows={[
          { label: say("staff.asked"), value: at(check.askedAt) },
          {
            label: say("staff.doubt"),
            value: [say(`doubt.${check.category}`), check.doubt].filter(Boolean).join("\n"),
          },
          { label: say("staff.needed"), value: check.needed ?? "" },
          {
            label: say("staff.ways"),
            value: check.methods.map((method) => say(`method.${method}`)).join("\n"),
          },
          { label: say("staff.chosen"), value: check.method ? say(`method.${check.method}`) : "" },
          { label: say("staff.came"), value: at(check.receivedAt) },
          {
            label: say("staff.result"),
            value: check.resolvedAt ? `${say(`state.${check.state}`)}, ${at(check.resolvedAt)}` : "",
          },
          {
            label: say("staff.resultMethod"),
            value: check.resultMethod ? say(`method.${check.resultMethod}`) : "",
          },
          { label: say("staff.note"), value: check.note ?? "" },
        ]}
      />
      {check.evidenceDeletedAt ? (
        <p className="mt-1 text-sm text-soft">
          {say("staff.deleted", { instant: at(check.evidenceDeletedAt) })}
        </p>
      ) : null}
    </div>
  );
}

async function OpenCheck({
  check,
  identity,
  of,
  zone,
  base,
}: Props & { readonly check: CheckLine; readonly base: string }) {
  const say = await words("identity");
  const language = await pageLanguage();
  const { evidence } = identity;
  const waited = check.toldAt ? Math.floor((Date.now() - check.toldAt.getTime()) / DAY) : 0;
  const until = check.receivedAt && new Date(check.receivedAt.getTime() + EVIDENCE_DAYS * DAY);
  return (
    <div className="mb-3 grid gap-2 text-sm">
      {check.toldAt ? null : <p>{say("staff.notSent")}</p>}
      {check.codeMatched ? <p className="font-semibold">{say("staff.codeMatched")}</p> : null}
      {check.receivedAt === null && waited >= LONG_DAYS ? (
        <p>{say("staff.waitingLong", { days: waited })}</p>
      ) : null}
      {until ? (
        <p>{say("staff.deleteBy", { date: formatInstant(until.toISOString(), zone, language) })}</p>
      ) : null}
      {evidence === null ? (
        <p>{say("staff.takeFirst")}</p>
      ) : check.evidenceDeletedAt ? null : (
        <>
          <h3 className="font-bold">{say("staff.evidence")}</h3>
          <p className="text-soft">{say("staff.evidenceFor")}</p>
          <FileList slug={of.slug} files={evidence.files} />
          {check.receivedAt || check.method || check.methods.includes("known_address") ? (
            <form method="get" action={`${base}/evidence`}>
              <Button tone="secondary">{say("staff.openEvidence")}</Button>
            </form>
          ) : null}
        </>
      )}
    </div>
  );
}
