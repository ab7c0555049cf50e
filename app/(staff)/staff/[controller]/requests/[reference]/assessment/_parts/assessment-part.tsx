import { Button, ButtonLink } from "@/app/_ui/button";
import { Details } from "@/app/_ui/details";
import { TextArea } from "@/app/_ui/field";
import { pageLanguage, words } from "@/app/_ui/words";
import type { Language } from "@/lib/domain/kernel/language";
import { formatDate, formatInstant } from "@/lib/i18n/format";
import type { AssessmentView } from "@/lib/queries/fee/assessment-view";
import type { Dossier } from "@/lib/queries/fee/dossier";
import { Box } from "../../../../../_desk/box";
import { FileList } from "../../../../../_desk/file-list";
import { type Seen, StepForm } from "../../../../../_desk/step-form";
import { AssessmentContent } from "./assessment-content";
import { AssessmentForm } from "./assessment-form";

type Props = { readonly view: Dossier; readonly of: Seen; readonly languages: readonly Language[] };

/** The assessment that stands: its form, or its words and what the reader may do with them; and what was before. */
export async function AssessmentPart({ view, of }: Props) {
  const say = await words("fee");
  const { standing, offers } = view;
  const earlier = view.versions.filter((version) => version.id !== standing?.id);
  return (
    <Box id="assess" title={say("assess.title")}>
      {view.feePossible ? null : <p className="mb-2 text-sm">{say("assess.feeOff")}</p>}
      <RefusalLimit view={view} />
      {standing ? <Head version={standing} zone={view.zone} /> : null}
      {standing || offers.write ? null : <p className="text-soft">{say("assess.none")}</p>}
      {standing?.state === "draft" || !standing ? null : <AssessmentContent version={standing} />}
      <Evidence view={view} of={of} />
      {standing?.state === "proposed" ? <Second view={view} of={of} /> : null}
      {standing?.state === "approved" ? <Next view={view} of={of} /> : null}
      {offers.write ? <AssessmentForm view={view} of={of} /> : null}
      {offers.drop ? (
        <Details summary={say("assess.drop")}>
          <StepForm of={of} step="assessment/drop">
            <TextArea
              name="reason"
              id="drop-reason"
              label={say("assess.dropReason")}
              required
              maxLength={5_000}
              rows={3}
            />
            <Button tone="danger">{say("assess.drop")}</Button>
          </StepForm>
        </Details>
      ) : null}
      {earlier.length > 0 ? (
        <Details summary={say("assess.versions")} open={standing === null}>
          {earlier.toReversed().map((version) => (
            <div key={version.id} className="mb-4">
              <Head version={version} zone={view.zone} />
              <AssessmentContent version={version} />
            </div>
          ))}
        </Details>
      ) : null}
    </Box>
  );
}

/** A refusal has its own last day, which an extension does not move (GDPR Art. 12(4)). */
async function RefusalLimit({ view }: { readonly view: Dossier }) {
  const say = await words("fee");
  const language = await pageLanguage();
  if (!view.refusalBy || !view.open || !view.assessable) return null;
  const date = formatDate(view.refusalBy, language);
  return (
    <p className={view.refusalLate ? "mb-2 font-semibold text-error" : "mb-2 text-sm"}>
      {say(view.refusalLate ? "assess.refusalLate" : "assess.refusalBy", { date })}
    </p>
  );
}

/** The files that were kept as evidence, for whoever may read the words too. */
async function Evidence({ view, of }: { readonly view: Dossier; readonly of: Seen }) {
  const say = await words("fee");
  const files = view.files.filter(({ proves }) => proves === "assessment");
  if (files.length === 0) return null;
  return (
    <div className="my-3">
      <h3 className="text-sm text-soft">{say("assess.fields.files")}</h3>
      <FileList slug={of.slug} files={files} />
      {files.some(({ removable }) => removable) ? (
        <Details summary={say("assess.takeOff")}>
          <p className="text-sm">{say("assess.takeOffMeans")}</p>
          {files.map(({ id, name, removable }) =>
            removable ? (
              <StepForm key={id} of={of} step="assessment/remove-evidence">
                <input type="hidden" name="file" value={id} />
                <Button tone="quiet" className="max-w-full wrap-anywhere">
                  {say("assess.takeOffFile", { name })}
                </Button>
              </StepForm>
            ) : null,
          )}
        </Details>
      ) : null}
    </div>
  );
}

/** Who wrote, proposed, approved or sent back a version, and when. */
async function Head({ version, zone }: { readonly version: AssessmentView; readonly zone: string }) {
  const say = await words("fee");
  const language = await pageLanguage();
  const instant = (at: string) => formatInstant(at, zone, language);
  const { proposed, second, state, droppedAt, reason } = version;
  const seconded = state === "sent_back" ? "assess.sentBackBy" : "assess.approvedBy";
  return (
    <div className="mb-3">
      <p className="font-semibold">
        {say("assess.version", { version: version.version, state: say(`state.${state}`) })}
      </p>
      <p className="text-sm">{say("assess.writers", { names: version.writers.join(", ") })}</p>
      {proposed ? (
        <p className="text-sm">
          {say("assess.proposedBy", { name: proposed.by, instant: instant(proposed.at) })}
        </p>
      ) : null}
      {second ? (
        <p className="text-sm">{say(seconded, { name: second.by, instant: instant(second.at) })}</p>
      ) : null}
      {droppedAt ? <p className="text-sm">{say("assess.dropped", { instant: instant(droppedAt) })}</p> : null}
      {reason ? (
        <p className="mt-1 border-l-4 border-line pl-3 whitespace-pre-line break-words">
          <span className="font-semibold">{say("assess.reason")}:</span> {reason}
        </p>
      ) : null}
    </div>
  );
}

/** The second person approves or sends back; who wrote in it is told why not. */
async function Second({ view, of }: { readonly view: Dossier; readonly of: Seen }) {
  const say = await words("fee");
  if (!view.offers.second) {
    return <p className="mt-3 font-semibold">{say(view.ownWords ? "assess.own" : "assess.waits")}</p>;
  }
  return (
    <div className="not-printed mt-4 border-t-2 border-line pt-3">
      {view.offers.approve ? (
        <>
          <p className="mb-3">{say("assess.approveMeans")}</p>
          <StepForm of={of} step="assessment/approve" className="mb-3">
            <Button>{say("assess.approve")}</Button>
          </StepForm>
        </>
      ) : (
        <p className="mb-3 font-semibold">{say("assess.needsDpo")}</p>
      )}
      <Details summary={say("assess.sendBack")}>
        <StepForm of={of} step="assessment/send-back">
          <TextArea
            name="reason"
            id="send-back-reason"
            label={say("assess.sendBackReason")}
            required
            maxLength={5_000}
            rows={3}
          />
          <Button tone="secondary">{say("assess.sendBack")}</Button>
        </StepForm>
      </Details>
    </div>
  );
}

/** Where an approved assessment leads. */
async function Next({ view, of }: { readonly view: Dossier; readonly of: Seen }) {
  const say = await words("fee");
  const { standing, offers, open } = view;
  const at = `/staff/${of.slug}/requests/${of.reference}`;
  if (standing?.proposal === "neither") return <p className="mt-3">{say("assess.nextNeither")}</p>;
  if (standing?.proposal === "refuse" && open) {
    return (
      <ButtonLink href={`${at}/answer`} className="mt-3">
        {say("assess.nextRefuse")}
      </ButtonLink>
    );
  }
  return offers.notice ? (
    <ButtonLink href={`${at}/fee`} className="mt-3">
      {say("assess.nextFee")}
    </ButtonLink>
  ) : null;
}
