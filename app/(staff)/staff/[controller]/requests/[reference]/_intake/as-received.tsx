import { Button } from "@/app/_ui/button";
import { pageLanguage, words } from "@/app/_ui/words";
import { VERIFIED_HOW } from "@/lib/domain/intake/filing";
import { ACCEPTED } from "@/lib/domain/intake/upload";
import { formatInstant } from "@/lib/i18n/format";
import type { AsReceivedView } from "@/lib/queries/intake/as-received";
import { Box, Rows } from "../../../../_desk/box";
import { FileList } from "../../../../_desk/file-list";
import { type Seen, StepForm } from "../../../../_desk/step-form";

/** How a request came that staff entered: channel, true receipt, who entered it and when, the text word for word. */
export async function AsReceived({ view, of }: { readonly view: AsReceivedView | null; readonly of: Seen }) {
  if (!view) return null;
  const say = await words("register");
  const language = await pageLanguage();
  const instant = (at: string) => formatInstant(at, view.zone, language);
  const { asReceived, verified } = view;
  const processor = asReceived?.processor;
  return (
    <Box id="as-received" title={say("received.title")}>
      <Rows
        rows={[
          { label: say("received.channel"), value: say(`entry.channels.${view.channel}`) },
          { label: say("received.at"), value: instant(view.receivedAt) },
          { label: say("received.processor"), value: processor ? <bdi>{processor.name}</bdi> : "" },
          { label: say("received.reachedUs"), value: processor ? instant(processor.reachedUsAt) : "" },
          {
            label: say("received.entered"),
            value: say("received.enteredBy", { instant: instant(view.enteredAt), name: view.enteredBy }),
          },
        ]}
      />
      {asReceived ? (
        <details className="mt-2">
          <summary className="inline-flex min-h-9 items-center text-link underline underline-offset-2">
            {say("received.text")}
          </summary>
          <p className="mt-1 max-h-96 overflow-y-auto border-l-4 border-line pl-3 wrap-anywhere whitespace-pre-line">
            {asReceived.text}
          </p>
        </details>
      ) : null}
      <Originals view={view} of={of} />
      {verified ? (
        <p className="mt-3 text-sm">
          {say("verify.done", {
            instant: instant(verified.at),
            name: verified.by,
            how: say(`verify.how.${verified.how}`),
          })}
        </p>
      ) : null}
      {view.mayVerify ? <Verify of={of} /> : null}
    </Box>
  );
}

/** The scanned letter or the mail as it came: opened as a download, which the log says. */
async function Originals({ view, of }: { readonly view: AsReceivedView; readonly of: Seen }) {
  if (view.originals.length === 0 && !view.mayAttach) return null;
  const say = await words("register");
  return (
    <div className="mt-3 border-t border-line pt-3">
      <h3 className="text-sm font-bold">{say("received.files")}</h3>
      <FileList slug={of.slug} files={view.originals} />
      {view.mayAttach ? (
        <form
          method="post"
          encType="multipart/form-data"
          action={`/api/staff/${of.slug}/requests/${of.reference}/original/upload`}
          className="mt-1"
        >
          <label htmlFor="original" className="block text-sm">
            {say("received.attachLabel")}
          </label>
          <input
            type="file"
            id="original"
            name="original"
            accept={ACCEPTED}
            required
            multiple
            className="my-1 block w-full text-sm"
          />
          <Button tone="secondary">{say("received.attach")}</Button>
        </form>
      ) : null}
    </div>
  );
}

/** No answer may go to a postal address before somebody made sure of it, and said how. */
async function Verify({ of }: { readonly of: Seen }) {
  const say = await words("register");
  return (
    <StepForm of={of} step="verify-address" className="mt-3 border-t border-line pt-3">
      <fieldset>
        <legend className="text-sm font-bold">{say("verify.title")}</legend>
        <p className="text-sm">{say("verify.lead")}</p>
        {VERIFIED_HOW.map((how) => (
          <label key={how} className="flex min-h-9 items-center gap-2">
            <input type="radio" name="how" value={how} required className="choice-mark" />
            {say(`verify.how.${how}`)}
          </label>
        ))}
      </fieldset>
      <Button tone="secondary" className="mt-1">
        {say("verify.submit")}
      </Button>
    </StepForm>
  );
}
