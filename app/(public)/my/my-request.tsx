import { Button, ButtonLink } from "@/app/_ui/button";
import { Details } from "@/app/_ui/details";
import { TextArea } from "@/app/_ui/field";
import { LetterView } from "@/app/_ui/letter-view";
import { SummaryList } from "@/app/_ui/summary-list";
import { Tag } from "@/app/_ui/tag";
import { WhyThisDate } from "@/app/_ui/why-this-date";
import { pageLanguage, words } from "@/app/_ui/words";
import { dayToKeep } from "@/lib/domain/clock/promise";
import { formatReference } from "@/lib/domain/intake/reference";
import { waitsForYou } from "@/lib/domain/request/my-standing";
import { derivationSentences } from "@/lib/i18n/derivation";
import { formatInstant } from "@/lib/i18n/format";
import type { MyCheck } from "@/lib/queries/identity/my-identity";
import type { MyMessage, MyRequest } from "@/lib/queries/request/my-requests";
import { ForwardedTo } from "../_parts/forwarded-to";
import { KeepFiles } from "../_parts/keep-files";
import { RequestDate } from "../_parts/request-date";
import { MyClockView } from "./my-clock";
import { MyFeeBox } from "./my-fee";
import { CheckNotice } from "./my-identity-parts";
import { MyStopView } from "./my-stop";

type Props = { readonly request: MyRequest; readonly zone: string; readonly controller: string };
type WithCheck = Props & { readonly check: MyCheck | null };

/** One request as its requester sees it. */
export async function MyRequestView({ request, check, zone, controller }: WithCheck) {
  const say = await words("my");
  const letter = await words("letter");
  const clock = await words("clock");
  const paper = await words("paper");
  const language = await pageLanguage();
  const heading = `r-${request.reference}`;
  const ending = request.outcome;
  return (
    <section aria-labelledby={heading} className="mb-12 border-t-2 border-line pt-6">
      <h2 id={heading} className="mb-2 text-2xl font-bold">
        {letter(`right.${request.right}`)}
      </h2>
      <p className="mb-4">
        <Tag tone={request.closed ? "neutral" : waitsForYou(request.standing) ? "warn" : "info"}>
          {say(`mine.state.${request.standing}`)}
        </Tag>
      </p>
      {check ? <CheckNotice check={check} controller={controller} zone={zone} /> : null}
      <SummaryList
        rows={[
          { label: say("mine.reference"), value: formatReference(request.reference) },
          ...(ending
            ? [
                {
                  label: say("mine.outcome"),
                  value: ending === "withdrawn" ? say("mine.withdrawn") : letter(`outcome.${ending}`),
                },
              ]
            : []),
        ]}
      />
      {ending ? (
        <WhyThisDate
          label={clock("why")}
          reasons={derivationSentences(clock, request.clock.derivation, language)}
        />
      ) : (
        <>
          <RequestDate clock={request.clock} promisedOn={request.promisedOn} />
          <MyClockView clock={request.timing} reference={request.reference} />
        </>
      )}
      <MyFeeBox reference={request.reference} />
      {request.stop ? <MyStopView stop={request.stop} zone={zone} /> : null}
      <ForwardedTo customer={request.forwardedTo} />
      {request.letter ? (
        <>
          <h3 className="mt-6 text-xl font-bold">{say("mine.letter")}</h3>
          <LetterView letter={request.letter} level={3} />
        </>
      ) : null}
      {request.appealAt ? (
        <ButtonLink tone="secondary" href={request.appealAt}>
          {say("mine.appeal")}
        </ButtonLink>
      ) : null}
      <KeepFiles
        pdf={
          request.letter
            ? { href: `/api/public/my/answer/${request.reference}`, text: paper("keep.answer") }
            : null
        }
        calendar={
          dayToKeep(request.clock, request.promisedOn) && !request.closed
            ? `/api/public/my/calendar/${request.reference}`
            : null
        }
      />
      {request.earlier.map(({ id, letter: earlier }) => (
        <Details key={id} summary={say("mine.earlierLetter")}>
          <LetterView letter={earlier} level={3} />
        </Details>
      ))}
      <Thread request={request} zone={zone} controller={controller} />
      <Notices request={request} zone={zone} controller={controller} />
      {request.canWithdraw ? (
        <ButtonLink tone="secondary" href={`/my/withdraw/${request.reference}`}>
          {say("mine.withdraw")}
        </ButtonLink>
      ) : null}
    </section>
  );
}

async function Thread({ request, zone, controller }: Props) {
  const say = await words("my");
  const language = await pageLanguage();
  if (request.thread.length === 0 && !request.hidden) return null;
  const whose = (message: MyMessage): string => {
    if (message.kind === "question" || message.kind === "told") {
      return say(`mine.${message.kind}`, { name: controller });
    }
    const what = say(`mine.${message.kind}`);
    if (message.way === null) return what;
    return say("mine.recorded", { what, way: say(`mine.way.${message.way}`), name: controller });
  };
  const name = `text-${request.reference}`;
  return (
    <div className="my-6">
      <h3 className="mb-3 text-xl font-bold">{say("mine.thread")}</h3>
      {request.hidden ? <p className="mb-4">{say("mine.hidden", request.hidden)}</p> : null}
      <ol className="mb-4 grid gap-4">
        {request.thread.map((message) => (
          <li key={message.id} className="border-l-4 border-line pl-4">
            <p className="text-base text-soft">
              {whose(message)}, {formatInstant(message.at, zone, language)}
            </p>
            <p className="whitespace-pre-line break-words">{message.text}</p>
          </li>
        ))}
      </ol>
      {request.canReply ? (
        <form method="post" action="/api/public/my/reply" noValidate>
          <input type="hidden" name="reference" value={request.reference} />
          <input type="hidden" name="idempotencyKey" value={crypto.randomUUID()} />
          <TextArea name="text" id={name} label={say("mine.replyLabel")} />
          <Button>{say("mine.replySend")}</Button>
        </form>
      ) : null}
    </div>
  );
}

async function Notices({ request, zone }: Props) {
  const say = await words("my");
  const language = await pageLanguage();
  if (request.notices.length === 0) return null;
  return (
    <div className="my-6">
      <h3 className="mb-2 text-lg font-bold">{say("mine.notices")}</h3>
      <ul className="list-disc pl-6 text-base">
        {request.notices.map((notice) => (
          <li key={`${notice.kind} ${notice.at}`}>
            {say(`mine.notice.${notice.kind}`)},{" "}
            {say("mine.noticeAt", { instant: formatInstant(notice.at, zone, language) })}
          </li>
        ))}
      </ul>
    </div>
  );
}
