"use client";
import { usePathname } from "next/navigation";
import { LanguageSwitch, type LanguageSwitchProps } from "@/app/_ui/language-switch";

/** The language switch of a frame that does not know its page's path: comes back to here. */
export function HereSwitch(props: Omit<LanguageSwitchProps, "back">) {
  return <LanguageSwitch {...props} back={usePathname()} />;
}
