import { Button } from "@/app/_ui/button";
import { Details } from "@/app/_ui/details";
import { pageLanguage, words } from "@/app/_ui/words";
import { FLAG_GROUNDS } from "@/lib/domain/request/flag";
import { formatInstant } from "@/lib/i18n/format";
import type { RequestPage } from "@/lib/queries/request/request-page";
import { Box } from "../../../../_desk/box";
import { type Seen, StepForm } from "../../../../_desk/step-form";

/** Flags as facts: what somebody remarked and why. They decide nothing; the assessment has its place below. */
export async function Flags({ page, of }: { readonly page: RequestPage; readonly of: Seen }) {
  const say = await words("staff");
  const language = await pageLanguage();
  const instant = (at: string) => formatInstant(at, page.zone, language);
  return (
    <Box id="flags" title={say("request.flags.title")}>
      {page.flags.length === 0 ? <p className="text-soft">{say("request.flags.none")}</p> : null}
      <ul className="grid gap-3">
        {page.flags.map((flag) => (
          <li key={flag.id} className={flag.removedAt ? "text-soft" : ""}>
            <p className="font-semibold">{say(`request.flags.ground.${flag.ground}`)}</p>
            <p className="break-words whitespace-pre-line">{flag.reason ?? say("request.flags.masked")}</p>
            <p className="text-sm text-soft">
              {say("request.flags.by", { name: flag.raisedBy, instant: instant(flag.raisedAt) })}
            </p>
            {flag.removedAt ? (
              <p className="text-sm">
                {say("request.flags.removed", {
                  name: flag.removedBy ?? "",
                  instant: instant(flag.removedAt),
                })}
              </p>
            ) : page.offers.flag ? (
              <StepForm of={of} step="remove-flag">
                <input type="hidden" name="flagId" value={flag.id} />
                <Button tone="quiet" className="-ml-0.5">
                  {say("request.flags.remove")}
                </Button>
              </StepForm>
            ) : null}
          </li>
        ))}
      </ul>
      <p className="mt-2 text-sm">{say("request.flags.means")}</p>
      {page.offers.flag ? (
        <Details summary={say("request.flags.form")}>
          <FlagForm of={of} />
        </Details>
      ) : null}
    </Box>
  );
}

async function FlagForm({ of }: { readonly of: Seen }) {
  const say = await words("staff");
  return (
    <StepForm of={of} step="flag">
      <fieldset>
        <legend className="font-semibold">{say("request.flags.groundLabel")}</legend>
        {FLAG_GROUNDS.map((ground) => (
          <label key={ground} className="flex min-h-11 items-center gap-2">
            <input type="radio" name="ground" value={ground} required className="choice-mark" />
            {say(`request.flags.ground.${ground}`)}
          </label>
        ))}
      </fieldset>
      <label htmlFor="flag-reason" className="font-semibold">
        {say("request.flags.reasonLabel")}
      </label>
      <div id="flag-reason-hint" className="text-sm text-soft">
        {say("request.flags.reasonHint")}
      </div>
      <textarea
        id="flag-reason"
        name="reason"
        rows={3}
        required
        maxLength={5_000}
        aria-describedby="flag-reason-hint"
        className="input my-2"
      />
      <Button tone="secondary">{say("request.flags.button")}</Button>
    </StepForm>
  );
}
