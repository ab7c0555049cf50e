"use client";
import { useEffect, useState } from "react";

type Words = Readonly<Record<"minutes" | "seconds" | "now", string>>;

/** How long there is left, in words; without a script the instant beside it says it. */
export function Countdown({ until, words }: { readonly until: string; readonly words: Words }) {
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    const count = () => setLeft(Math.max(0, Math.ceil((new Date(until).getTime() - Date.now()) / 1_000)));
    count();
    const timer = setInterval(count, 1_000);
    return () => clearInterval(timer);
  }, [until]);
  if (left === null) return null;
  if (left === 0) return <span>{words.now}</span>;
  return left > 90 ? (
    <span>{words.minutes.replace("#", String(Math.round(left / 60)))}</span>
  ) : (
    <span className="tabular-nums">{words.seconds.replace("#", String(left))}</span>
  );
}
