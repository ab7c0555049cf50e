import type { ReactNode } from "react";

/** Running text: headings, paragraphs and lists with the distances of a page that is read. */
export function Prose({ children }: { readonly children: ReactNode }) {
  return (
    <div className="[&_h2]:mt-10 [&_h2]:mb-2 [&_h2]:text-xl [&_h2]:font-bold sm:[&_h2]:text-2xl [&_h3]:mt-6 [&_h3]:mb-1 [&_h3]:text-lg [&_h3]:font-bold [&_li]:mb-1 [&_ol]:mb-4 [&_ol]:list-decimal [&_ol]:pl-6 [&_p]:mb-4 [&_ul]:mb-4 [&_ul]:list-disc [&_ul]:pl-6">
      {children}
    </div>
  );
}

/** The heading of a page that is not one question. */
export function PageTitle({ children, lead }: { readonly children: ReactNode; readonly lead?: ReactNode }) {
  return (
    <>
      <h1 className="mb-4 text-[1.75rem] leading-tight font-bold sm:text-4xl">{children}</h1>
      {lead ? <p className="mb-6 text-lg leading-snug sm:text-xl">{lead}</p> : null}
    </>
  );
}
