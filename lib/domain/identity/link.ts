/** Why a mailed link does not work any more, or null if it does. The clearest reason comes first. */
export function linkRefusal(link: {
  readonly usedAt: Date | null;
  readonly supersededAt: Date | null;
  readonly expired: boolean;
}): "used" | "superseded" | "expired" | null {
  if (link.usedAt) return "used";
  if (link.supersededAt) return "superseded";
  return link.expired ? "expired" : null;
}
