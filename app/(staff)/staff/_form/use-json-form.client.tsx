"use client";
import { type ReactNode, useEffect, useRef, useState } from "react";
import {
  type DefaultValues,
  type FieldValues,
  type Path,
  type UseFormReturn,
  useForm,
} from "react-hook-form";
import { Banner } from "@/app/_ui/banner";
import { ERROR_SUMMARY, ErrorSummary } from "@/app/_ui/error-summary";

/** What every form says, ready in the reader's language. */
export type FormWords = {
  readonly failed: string;
  readonly summary: string;
  readonly errorPrefix: string;
  readonly required: string;
  readonly optional: string;
  readonly saving: string;
};

/** The answer of a route handler that took the form. */
export type Taken = { readonly to?: string; readonly codes?: readonly string[] };

type Issue = { readonly field: string; readonly message: string };

/** The answer of a route handler that refused (app/_ui/refusal.ts). */
export type NotTaken = {
  readonly error: string;
  readonly message: string;
  readonly issues?: readonly Issue[];
  readonly version?: number;
  readonly changed?: readonly string[];
  readonly moves?: number;
  readonly standing?: number;
};

export type JsonForm<T extends FieldValues> = {
  readonly form: UseFormReturn<T>;
  readonly submit: (event: { preventDefault(): void }) => void;
  /** What is wrong, for the top of the form. */
  readonly problems: ReactNode;
  readonly busy: boolean;
  /** The sentence of a field, if something is wrong with it. */
  readonly errorOf: (field: Path<T>) => string | undefined;
};

/**
 * A form that is sent as JSON. What was typed stays whatever comes back; what is wrong stands on top, linked to the
 * fields, and takes the focus.
 * @param send posts the values, usually `postJson`
 * @param onTaken what happens when it was taken; by default the way goes on to where the answer says
 * @param onRefused makes a sentence of a refusal that has no fields; by default its own
 * @param idPrefix what the ids of the fields begin with, where a page has several forms
 */
export function useJsonForm<T extends FieldValues>({
  defaults,
  words,
  send,
  onTaken = goOn,
  onRefused = (refusal) => refusal.message,
  idPrefix = "",
}: {
  readonly defaults: DefaultValues<T>;
  readonly words: FormWords;
  readonly send: (values: T) => Promise<Response>;
  readonly onTaken?: (taken: Taken) => void;
  readonly onRefused?: (refusal: NotTaken) => string;
  readonly idPrefix?: string;
}): JsonForm<T> {
  const form = useForm<T>({ defaultValues: defaults, shouldFocusError: false });
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const [said, setSaid] = useState<string>();
  const [attempts, setAttempts] = useState(0);
  const { isSubmitting } = form.formState;

  const top = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (attempts > 0) top.current?.querySelector<HTMLElement>(`#${ERROR_SUMMARY}`)?.focus();
  }, [attempts]);

  function refuse(wrong: readonly Issue[], sentence?: string): void {
    setIssues(wrong);
    setSaid(sentence);
    setAttempts((count) => count + 1);
  }

  const submit = form.handleSubmit(
    async (values) => {
      const answer = await send(values).catch(() => undefined);
      const body: unknown = await answer?.json().catch(() => undefined);
      if (answer?.ok && typeof body === "object" && body !== null) return onTaken(body);
      const refusal = isRefusal(body) ? body : undefined;
      const named = refusal?.issues?.filter(({ field }) => field !== "") ?? [];
      const whole = refusal?.issues?.find(({ field }) => field === "")?.message;
      refuse(named, named.length > 0 ? undefined : (whole ?? (refusal ? onRefused(refusal) : words.failed)));
    },
    (errors) => refuse(messagesOf(errors)),
  );

  return {
    form,
    submit: (event) => {
      event.preventDefault();
      if (!isSubmitting) void submit();
    },
    busy: isSubmitting,
    errorOf: (field) => issues.find((issue) => issue.field === field)?.message,
    problems: (
      <div ref={top}>
        <ErrorSummary
          title={words.summary}
          lines={issues.map(({ field, message }) => ({ field: idPrefix + field, text: message }))}
        />
        {said ? (
          <div id={ERROR_SUMMARY} tabIndex={-1} role="alert">
            <Banner tone="error">{said}</Banner>
          </div>
        ) : null}
      </div>
    ),
  };
}

/** Posts a value as JSON to a route handler of ours. */
export function postJson(path: string, value: unknown): Promise<Response> {
  const headers = { Accept: "application/json", "Content-Type": "application/json" };
  return fetch(path, { method: "POST", headers, body: JSON.stringify(value) });
}

function goOn({ to }: Taken): void {
  if (to) window.location.assign(to);
}

function isRefusal(body: unknown): body is NotTaken {
  return typeof body === "object" && body !== null && "message" in body && typeof body.message === "string";
}

/** The messages of the browser's own checks, with the paths of their fields. */
function messagesOf(errors: object, path = ""): Issue[] {
  return Object.entries(errors).flatMap(([name, error]): Issue[] => {
    if (typeof error !== "object" || error === null || name === "ref") return [];
    const field = path + name;
    return "message" in error && typeof error.message === "string" && "type" in error
      ? [{ field, message: error.message }]
      : messagesOf(error, `${field}.`);
  });
}
