import { Button } from "@/app/_ui/button";
import { Details } from "@/app/_ui/details";
import { pageLanguage, words } from "@/app/_ui/words";
import { AUTHORITY_KINDS } from "@/lib/domain/identity/representation";
import { formatInstant } from "@/lib/i18n/format";
import type { RepresentationView, RequestIdentity } from "@/lib/queries/identity/request-identity";
import type { KeptFields } from "@/lib/queries/notice/kept-fields";
import { Box, Rows } from "../../../../_desk/box";
import { FileList } from "../../../../_desk/file-list";
import { type Seen, StepForm } from "../../../../_desk/step-form";

type Props = {
  readonly identity: RequestIdentity;
  /** What the reader wrote to the person themself and has not sent. */
  readonly kept: KeptFields;
  readonly of: Seen;
  readonly zone: string;
};

/** Who acts for whom, whether they may, and the way to answer the person directly. Nothing where nobody is represented. */
export async function RepresentationBox({ identity, kept, of, zone }: Props) {
  const say = await words("identity");
  const language = await pageLanguage();
  const { represented, offers } = identity;
  if (!represented) return null;
  const { representative, name, claimed, state, findings, files } = represented;
  const acts = represented.onBehalf !== "self";
  return (
    <Box id="representation" title={say("authority.title")}>
      {acts ? <p className="font-semibold">{say("authority.line", { representative, name })}</p> : null}
      <p>{say(`representation.${state}`)}</p>
      <Rows rows={[{ label: say("authority.claimed"), value: acts ? claimed : "" }]} />
      {represented.onBehalf === "child" ? <p className="my-2 text-sm">{say("authority.childHint")}</p> : null}
      {state === "unchecked" ? <p className="my-2 text-sm">{say("authority.gate")}</p> : null}
      <ul className="grid gap-2 text-sm">
        {findings.map((found) => (
          <li key={found.at.toISOString()}>
            {say("authority.history", {
              result: say(
                found.state === "effective"
                  ? `representation.${found.result}`
                  : `authority.direct.${found.state}`,
              ),
              kind: say(`kind.${found.kind}`),
              instant: formatInstant(found.at.toISOString(), zone, language),
              name: found.by,
            })}
            <br />
            <span className="whitespace-pre-line">{found.shown}</span>
          </li>
        ))}
      </ul>
      {files.length > 0 ? <h3 className="mt-2 text-sm font-bold">{say("authority.files")}</h3> : null}
      <FileList slug={of.slug} files={files} />
      {represented.redirecting ? <p className="my-2 text-sm">{say("authority.redirecting")}</p> : null}
      {offers.authority && acts && !represented.redirecting ? (
        <Forms represented={represented} kept={kept} of={of} />
      ) : null}
    </Box>
  );
}

async function Forms({
  represented,
  kept,
  of,
}: {
  readonly represented: RepresentationView;
  readonly kept: KeptFields;
  readonly of: Seen;
}) {
  const say = await words("identity");
  return (
    <>
      <StepForm of={of} step="authority" className="mt-3 grid gap-2">
        <label htmlFor="authority-kind">{say("authority.kind")}</label>
        <select
          id="authority-kind"
          name="kind"
          defaultValue={represented.onBehalf === "child" ? "parent" : "power_of_attorney"}
          className="input"
        >
          {AUTHORITY_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {say(`kind.${kind}`)}
            </option>
          ))}
        </select>
        <label htmlFor="authority-shown">{say("authority.shown")}</label>
        <div id="authority-shown-hint" className="text-sm text-soft">
          {say("authority.shownHint")}
        </div>
        <textarea
          id="authority-shown"
          name="shown"
          rows={2}
          required
          maxLength={2_000}
          aria-describedby="authority-shown-hint"
          className="input"
        />
        <div className="flex flex-wrap gap-2">
          <Button tone="secondary" name="result" value="accepted">
            {say("authority.accept")}
          </Button>
          <Button tone="danger" name="result" value="rejected">
            {say("authority.reject")}
          </Button>
        </div>
      </StepForm>
      <div className="mt-3">
        <Details summary={say("authority.directTitle")} open={kept.why !== undefined}>
          <p className="mb-2 text-sm">{say("authority.directHint")}</p>
          <StepForm of={of} step="letters/direct/keep" className="grid gap-2">
            <label htmlFor="direct-email">{say("authority.directEmail")}</label>
            <input
              id="direct-email"
              name="email"
              type="email"
              required
              defaultValue={kept.email}
              className="input"
              autoComplete="off"
            />
            <label htmlFor="direct-why">{say("authority.directWhy")}</label>
            <textarea
              id="direct-why"
              name="why"
              rows={2}
              required
              maxLength={2_000}
              defaultValue={kept.why}
              className="input"
            />
            <div>
              <Button tone="secondary">{say("authority.directButton")}</Button>
            </div>
          </StepForm>
        </Details>
      </div>
    </>
  );
}
