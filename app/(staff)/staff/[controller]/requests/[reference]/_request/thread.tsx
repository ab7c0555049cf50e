import type { ReactNode } from "react";
import { Button, ButtonLink } from "@/app/_ui/button";
import { pageLanguage, words } from "@/app/_ui/words";
import { formatInstant } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/translator";
import type { ThreadLine } from "@/lib/queries/request/page-parts";
import type { RequestPage } from "@/lib/queries/request/request-page";
import { Box } from "../../../../_desk/box";
import { type Seen, StepForm } from "../../../../_desk/step-form";

const LOOK: Readonly<Record<ThreadLine["kind"], string>> = {
  question: "border-accent bg-tint",
  told: "border-accent bg-tint",
  reply: "border-ok bg-ok-tint",
  information: "border-ok bg-ok-tint",
  narrowing: "border-ok bg-ok-tint",
  withdrawal: "border-ok bg-ok-tint",
  note: "border-dashed border-edge",
};

/** Questions, replies and internal notes in one thread. */
export async function ThreadBox({
  page,
  children,
}: {
  readonly page: RequestPage;
  readonly children?: ReactNode;
}) {
  const say = await words("staff");
  const tasks = await words("tasks");
  const timing = await words("timing");
  const language = await pageLanguage();
  const said = ({ author, way }: ThreadLine, instant: string): string => {
    if (author === null) return say("request.thread.byRequester", { instant });
    if (way === null) return say("request.thread.by", { name: author, instant });
    return say("request.thread.recorded", { way: timing(`way.${way}`), name: author, instant });
  };
  return (
    <Box id="thread" title={say("request.thread.title")}>
      {page.thread.length === 0 ? <p className="text-soft">{say("request.thread.empty")}</p> : null}
      <ol className="grid gap-2">
        {page.thread.map((message) => {
          const instant = formatInstant(message.at, page.zone, language);
          return (
            <li key={message.id} className={`border-l-4 py-1 pl-3 ${LOOK[message.kind]}`}>
              <p className="text-sm">
                <span className="font-semibold">{say(`request.thread.${message.kind}`)}</span>
                {message.kind === "note" ? ` (${say("request.thread.noteOnly")})` : ""}
                {message.takenBack ? ` (${tasks("undo.takenBack")})` : ""}
                <span className="text-soft">
                  {" – "}
                  {said(message, instant)}
                </span>
              </p>
              {message.text === null ? (
                <p className="text-soft">{say("request.thread.masked")}</p>
              ) : (
                <p className="break-words whitespace-pre-line">{message.text}</p>
              )}
            </li>
          );
        })}
      </ol>
      {children}
    </Box>
  );
}

/** The thread, and what can be added to it. */
export async function Thread({ page, of }: { readonly page: RequestPage; readonly of: Seen }) {
  const say = await words("staff");
  return (
    <ThreadBox page={page}>
      <div className="mt-4 grid gap-4 md:grid-cols-2">
        {page.offers.note ? <Write of={of} step="note" name="note" limit={10_000} say={say} /> : null}
        {page.offers.ask ? (
          <p>
            <ButtonLink tone="secondary" href={`/staff/${of.slug}/requests/${of.reference}/ask`}>
              {say("request.ask.label")}
            </ButtonLink>
            {page.who?.email === "" ? (
              <span className="block text-sm text-soft">{say("request.ask.hintByPost")}</span>
            ) : null}
          </p>
        ) : null}
      </div>
    </ThreadBox>
  );
}

function Write({
  of,
  step,
  name,
  limit,
  say,
}: {
  readonly of: Seen;
  readonly step: string;
  readonly name: "note";
  readonly limit: number;
  readonly say: Translate;
}) {
  return (
    <StepForm of={of} step={step}>
      <label htmlFor={name} className="font-semibold">
        {say(`request.${name}.label`)}
      </label>
      <div id={`${name}-hint`} className="text-sm text-soft">
        {say(`request.${name}.hint`)}
      </div>
      <textarea
        id={name}
        name="text"
        rows={3}
        required
        maxLength={limit}
        aria-describedby={`${name}-hint`}
        className="input my-2"
      />
      <Button tone="secondary">{say(`request.${name}.button`)}</Button>
    </StepForm>
  );
}
