"use client";
import { useEffect, useRef, useState } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";

const AFTER_MILLISECONDS = 3_000;

/**
 * Keeps what is being written on the server, a moment after somebody stops typing. Fails in silence: what
 * was typed is still in the form, and sending it says what is wrong.
 * @returns whether all that was typed is kept
 */
export function useAutosave<T extends FieldValues>(
  form: UseFormReturn<T>,
  send: (values: T) => Promise<Response>,
): boolean {
  const [saved, setSaved] = useState(false);
  const sending = useRef(send);
  useEffect(() => {
    sending.current = send;
  });
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const { unsubscribe } = form.watch(() => {
      clearTimeout(waiting);
      setSaved(false);
      waiting = setTimeout(async () => {
        const answer = await sending.current(form.getValues()).catch(() => undefined);
        setSaved(answer?.ok ?? false);
      }, AFTER_MILLISECONDS);
    });
    return () => {
      clearTimeout(waiting);
      unsubscribe();
    };
  }, [form]);
  return saved;
}
