import { Banner } from "@/app/_ui/banner";
import { ButtonLink } from "@/app/_ui/button";
import { pageLanguage, words } from "@/app/_ui/words";
import { formatInstant } from "@/lib/i18n/format";
import type { MyCheck, MyIdentity } from "@/lib/queries/identity/my-identity";

/** "You act for ...": on every page of a representative, with how far their authority was checked. */
export async function ActsFor({
  represents,
  controller,
}: {
  readonly represents: NonNullable<MyIdentity["represents"]>;
  readonly controller: string;
}) {
  const say = await words("identity");
  const { name, state, sent } = represents;
  const open = state === "unchecked" || state === "rejected";
  return (
    <Banner tone={open ? "warn" : "info"} title={say("my.actsFor", { name })}>
      <p>{say(`my.${state}`, { name, controller })}</p>
      {open && sent ? <p className="mt-2">{say("my.authoritySent")}</p> : null}
      {open ? (
        <p className="mt-3">
          <ButtonLink tone="secondary" href="/my/authority">
            {say("my.authorityOpen")}
          </ButtonLink>
        </p>
      ) : null}
    </Banner>
  );
}

/** What one request is waiting for of its requester's identity, or what became of it. */
export async function CheckNotice({
  check,
  controller,
  zone,
}: {
  readonly check: MyCheck;
  readonly controller: string;
  readonly zone: string;
}) {
  const say = await words("identity");
  const language = await pageLanguage();
  if (check.state === "passed" || check.state === "failed" || check.state === "not_needed") {
    const said = check.state === "not_needed" ? "notNeeded" : check.state;
    return <p className="mb-4">{say(`my.${said}`)}</p>;
  }
  if (!check.canAnswer) return check.evidenceDeletedAt ? <p className="mb-4">{say("my.gone")}</p> : null;
  return (
    <Banner tone={check.receivedAt ? "ok" : "warn"} title={say("my.title")} level={3}>
      {check.receivedAt ? (
        <p>
          {say("my.received", { instant: formatInstant(check.receivedAt.toISOString(), zone, language) })}
        </p>
      ) : (
        <p>{say("my.asks", { controller })}</p>
      )}
      {check.method && !check.receivedAt ? (
        <p>{say("my.chosen", { way: say(`method.${check.method}`) })}</p>
      ) : null}
      <p className="mt-3">
        <ButtonLink tone={check.method ? "quiet" : "primary"} href={`/my/identity/${check.reference}`}>
          {say(check.method ? "my.again" : "my.open")}
        </ButtonLink>
      </p>
    </Banner>
  );
}
