import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { isDemo } from "@/lib/session/demo";
import { DemoBanner } from "./_ui/demo-banner";
import { pageLanguage, words } from "./_ui/words";
import "./globals.css";

export const metadata: Metadata = {
  title: "Habeas",
  formatDetection: { telephone: false, email: false, address: false },
};

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#221f1c" },
  ],
};

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const say = await words("common");
  return (
    <html lang={await pageLanguage()}>
      <body
        data-fault-title={say("fault.title")}
        data-fault-text={say("fault.text")}
        data-fault-again={say("fault.again")}
      >
        {isDemo() ? <DemoBanner>{say("demo")}</DemoBanner> : null}
        {children}
      </body>
    </html>
  );
}
