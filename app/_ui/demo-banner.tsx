/** Says on every page that nothing here is real. */
export function DemoBanner({ children }: { readonly children: string }) {
  return (
    <p className="not-printed border-b border-warn bg-warn-tint px-4 py-2 text-center text-sm font-semibold text-warn">
      {children}
    </p>
  );
}
