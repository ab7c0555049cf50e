import type { Metadata } from "next";
import type { ReactNode } from "react";

export const dynamic = "force-dynamic";

export const metadata: Metadata = {
  title: { template: "%s – Habeas", default: "Habeas" },
  robots: { index: false, follow: false },
};

/** Every page of the staff side; its frame comes with the page, since it names the controller. */
export default function StaffLayout({ children }: { readonly children: ReactNode }) {
  return children;
}
