import { Banner } from "@/app/_ui/banner";
import { Button } from "@/app/_ui/button";
import { PageTitle, Prose } from "@/app/_ui/prose";
import { placePath } from "@/app/_ui/public-paths";
import { words } from "@/app/_ui/words";
import { feePossible } from "@/lib/domain/fee/rules";
import type { Right } from "@/lib/domain/kernel/right";
import { rightsUnder } from "@/lib/domain/law/profile";
import type { Portal } from "@/lib/queries/intake/portal";
import { CookieLink } from "../../_parts/cookie-link";
import { answerTimeWords } from "./answer-time-words";

/** What can be asked here, what it takes, and the way in. */
export async function StartPage({
  portal,
  draft,
  chosen,
}: {
  readonly portal: Portal;
  readonly draft: "open" | "sent" | null;
  /** The right that a link on the controller's own site or in its mail asked for. */
  readonly chosen: Right | null;
}) {
  const say = await words("public");
  const rights = await words("letter");
  const { slug, settings, authority } = portal;
  const { name } = settings;
  return (
    <>
      <PageTitle lead={say("start.lead", { name })}>{say("start.title", { name })}</PageTitle>
      {chosen ? (
        <Banner title={say("start.chosen.title", { right: rights(`rightPlain.${chosen}`) })}>
          <p className="mb-4">{say("start.chosen.text")}</p>
          <Start slug={slug} right={chosen}>
            {say("start.chosen.button")}
          </Start>
          {chosen === "consent_withdrawal" ? <CookieLink settings={settings} /> : null}
        </Banner>
      ) : null}
      {draft === "open" ? (
        <Banner title={say("start.goOn.title")}>
          <p className="mb-4">{say("start.goOn.text")}</p>
          <div className="flex flex-wrap gap-3">
            <Start slug={slug}>{say("start.goOn.button")}</Start>
            <Start slug={slug} tone="secondary" afresh>
              {say("start.goOn.afresh")}
            </Start>
          </div>
        </Banner>
      ) : null}
      {draft === "sent" ? (
        <Banner tone="ok" title={say("start.sent.title")}>
          <a href={placePath(slug, "done")} className="inline-flex min-h-11 items-center">
            {say("start.sent.link")}
          </a>
        </Banner>
      ) : null}
      {portal.protectedIdentityNotice ? (
        <Banner tone="warn" title={say("start.protected")}>
          <p className="whitespace-pre-line">{portal.protectedIdentityNotice}</p>
        </Banner>
      ) : null}
      <Prose>
        <h2>{say("start.before.title")}</h2>
        <ul>
          <li>{say(feePossible(settings) ? "start.before.fee" : "start.before.free")}</li>
          <li>{say("start.before.minutes")}</li>
          <li>{say("start.before.login")}</li>
          <li>{say("start.before.why")}</li>
          <li>{answerTimeWords(settings, say)}</li>
        </ul>
        {draft === "open" ? null : (
          <div className="my-6">
            <Start slug={slug}>{say("start.button")}</Start>
          </div>
        )}
        <h2>{say("start.ask.title")}</h2>
        <ul>
          {rightsUnder(settings.profile).map((right) => (
            <li key={right}>{rights(`rightPlain.${right}`)}</li>
          ))}
        </ul>
        <p>{say("start.ask.several")}</p>
        <h2>{say("start.quick.title")}</h2>
        <p>{say("start.quick.text")}</p>
        <div className="mb-6 flex flex-wrap gap-3">
          <Start slug={slug} right="marketing_objection" tone="secondary">
            {say("start.quick.marketing")}
          </Start>
          <Start slug={slug} right="consent_withdrawal" tone="secondary">
            {say("start.quick.consent")}
          </Start>
        </div>
        <CookieLink settings={settings} />
        <h2>{say("start.track.title")}</h2>
        <p>
          <a href="/my" className="inline-flex min-h-11 items-center">
            {say("start.track.link")}
          </a>
        </p>
        <h2>{say("start.other.title")}</h2>
        <p>{say("start.other.text")}</p>
        {portal.otherWays ? <p className="whitespace-pre-line">{portal.otherWays}</p> : null}
        <h2>{say("start.documents.title")}</h2>
        <p>{say("start.documents.text")}</p>
        <h2>{say("start.who.title")}</h2>
        <p>{say("start.who.text", { name })}</p>
        {authority ? <p>{say("start.who.complaint", { authority: authority.name, name })}</p> : null}
      </Prose>
    </>
  );
}

/** A button that begins the form, or goes on with it. */
function Start({
  slug,
  right,
  afresh = false,
  tone = "primary",
  children,
}: {
  readonly slug: string;
  readonly right?: Right;
  readonly afresh?: boolean;
  readonly tone?: "primary" | "secondary";
  readonly children: string;
}) {
  return (
    <form method="post" action={`/api/public/${slug}/draft`}>
      {right ? <input type="hidden" name="right" value={right} /> : null}
      {afresh ? <input type="hidden" name="afresh" value="yes" /> : null}
      <Button tone={tone}>{children}</Button>
    </form>
  );
}
