"use client";
import { useState } from "react";
import { Banner } from "@/app/_ui/banner";
import { Button } from "@/app/_ui/button";
import { Details } from "@/app/_ui/details";
import { Tag } from "@/app/_ui/tag";
import type { Role } from "@/lib/domain/access/access";
import { type Check, CheckFields } from "../../../_form/check-fields";
import { type FormWords, postJson, useJsonForm } from "../../../_form/use-json-form.client";

type State = "active" | "invited" | "closed";

type Row = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly version: number;
  readonly state: State;
  readonly isYou: boolean;
};

export type ColleagueWords = FormWords &
  Readonly<
    Record<
      | "you"
      | "changeRoles"
      | "rolesFor"
      | "rolesHint"
      | "rolesSubmit"
      | "again"
      | "reset"
      | "resetConfirm"
      | "close"
      | "closeConfirm"
      | "openRequests"
      | "open"
      | "cancel",
      string
    >
  > & { readonly states: Readonly<Record<State, string>> };

type Props = {
  readonly slug: string;
  readonly row: Row;
  readonly roles: readonly Check[];
  readonly words: ColleagueWords;
};

const TONES = { active: "ok", invited: "info", closed: "warn" } as const;

/** One colleague, and what an administrator may do about them. */
export function ColleagueCard(props: Props) {
  const { slug, row, roles, words } = props;
  const names = roles
    .filter(({ value }) => row.roles.some((role) => role === value))
    .map(({ label }) => label);
  const act = (path: string) => postJson(`/api/staff/${slug}/staff/${path}`, { staffId: row.id });
  return (
    <li className="rounded border border-line bg-surface p-4">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 className="text-lg font-semibold">
          {row.name} {row.isYou ? <span className="font-normal text-soft">{words.you}</span> : null}
        </h2>
        <span className="break-all text-soft">{row.email}</span>
        <Tag tone={TONES[row.state]}>{words.states[row.state]}</Tag>
      </div>
      <p>{names.join(", ")}</p>
      {words.openRequests ? <p className="text-sm text-soft">{words.openRequests}</p> : null}
      <Details summary={words.changeRoles}>
        <RolesForm {...props} />
      </Details>
      {row.isYou ? null : (
        <div className="flex flex-wrap gap-x-4">
          {row.state === "invited" ? (
            <Act words={words} label={words.again} send={() => act("invite-again")} />
          ) : null}
          {row.state === "active" ? (
            <Act words={words} label={words.reset} question={words.resetConfirm} send={() => act("reset")} />
          ) : null}
          {row.state === "closed" ? (
            <Act words={words} label={words.open} send={() => act("enable")} />
          ) : (
            <Act
              words={words}
              label={words.close}
              question={words.closeConfirm}
              send={() => act("disable")}
            />
          )}
        </div>
      )}
    </li>
  );
}

function RolesForm({ slug, row, roles, words }: Props) {
  const prefix = `${row.id}-`;
  const { form, submit, problems, busy, errorOf } = useJsonForm<{ roles: Role[] }>({
    defaults: { roles: [...row.roles] },
    words,
    send: (values) =>
      postJson(`/api/staff/${slug}/staff/roles`, {
        staffId: row.id,
        version: row.version,
        roles: values.roles,
      }),
    idPrefix: prefix,
  });
  return (
    <form onSubmit={submit} noValidate>
      {problems}
      <CheckFields
        id={`${prefix}roles`}
        label={words.rolesFor}
        hint={words.rolesHint}
        checks={roles}
        error={errorOf("roles")}
        errorPrefix={words.errorPrefix}
        control={form.register("roles")}
      />
      <Button tone="secondary" aria-disabled={busy}>
        {busy ? words.saving : words.rolesSubmit}
      </Button>
    </form>
  );
}

/** One act; asks first where it cannot be taken back without the colleague. */
function Act({
  words,
  label,
  question,
  send,
}: {
  readonly words: ColleagueWords;
  readonly label: string;
  readonly question?: string;
  readonly send: () => Promise<Response>;
}) {
  const [asking, setAsking] = useState(false);
  const { submit, problems, busy } = useJsonForm({ defaults: {}, words, send });
  if (asking && question) {
    return (
      <form onSubmit={submit} className="w-full">
        {problems}
        <Banner tone="warn">
          <p className="mb-3">{question}</p>
          <div className="flex flex-wrap gap-3">
            <Button tone="danger" aria-disabled={busy} autoFocus>
              {busy ? words.saving : label}
            </Button>
            <Button tone="secondary" type="button" onClick={() => setAsking(false)}>
              {words.cancel}
            </Button>
          </div>
        </Banner>
      </form>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        if (!question) return submit(event);
        event.preventDefault();
        setAsking(true);
      }}
    >
      {problems}
      <Button tone="quiet" aria-disabled={busy}>
        {busy ? words.saving : label}
      </Button>
    </form>
  );
}
