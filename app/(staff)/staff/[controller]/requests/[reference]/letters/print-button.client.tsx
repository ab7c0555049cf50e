"use client";
import { Button } from "@/app/_ui/button";

/** Opens the browser's own way to print. */
export function PrintButton({ text }: { readonly text: string }) {
  return (
    <Button type="button" tone="secondary" onClick={() => window.print()}>
      {text}
    </Button>
  );
}
