import type { Place, Step } from "@/lib/domain/intake/draft";

/** The id of a question page's form: what stands outside it (Back, the language) belongs to it by this. */
export const QUESTION_FORM = "question";

const PAGES = ["rights", "on-behalf", "contact", "check", "done"] as const satisfies readonly Place[];

/** Where a place of the form is: "/kommunen/request/contact", "/kommunen/request/about/access". */
export function placePath(slug: string, place: Place): string {
  const own = (PAGES as readonly Place[]).includes(place);
  return `/${slug}/request/${own ? place : `about/${place}`}`;
}

/** Where a question page's form goes. */
export function stepAction(slug: string, step: Step): string {
  return `/api/public/${slug}/draft/${step}`;
}
