"use client";

/**
 * What a page that is already open shows when a part of it fails. A page that fails while it is made never gets this
 * far: the front answers that. The sentences are on the body, since this part knows no language.
 */
export default function Fault() {
  const { faultTitle, faultText, faultAgain } = document.body.dataset;
  return (
    <main id="main" className="mx-auto max-w-text px-4 py-10">
      <h1 className="mb-4 text-3xl font-bold">{faultTitle}</h1>
      <p className="mb-6">{faultText}</p>
      <button
        type="button"
        className="min-h-11 rounded border-2 border-accent bg-accent px-5 py-2 font-semibold text-on-accent"
        onClick={() => location.reload()}
      >
        {faultAgain}
      </button>
    </main>
  );
}
