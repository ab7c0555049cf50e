import {
  type Assessment,
  type AssessmentContent,
  openAssessment,
  openAssessmentReason,
} from "@/lib/db/assessment";
import type { DataKeyHandle } from "@/lib/db/seal";
import { staffNames } from "@/lib/db/staff";
import type { AssessmentState } from "@/lib/domain/fee/approval";
import { type AssessmentMissing, completeAssessment } from "@/lib/domain/fee/assessment";
import type { IsoInstant } from "@/lib/domain/kernel/date";

/** One version of an assessment as it is read; words are null for who may not read them. */
export type AssessmentView = {
  readonly id: string;
  readonly version: number;
  readonly state: AssessmentState;
  readonly ground: AssessmentContent["ground"];
  readonly proposal: AssessmentContent["proposal"];
  readonly content: AssessmentContent | null;
  readonly writers: readonly string[];
  readonly writerIds: readonly string[];
  readonly savedAt: IsoInstant;
  readonly proposed: { readonly by: string; readonly at: IsoInstant } | null;
  readonly second: { readonly by: string; readonly at: IsoInstant } | null;
  readonly droppedAt: IsoInstant | null;
  readonly reason: string | null;
  /** What it still lacks before a second person can look at it. */
  readonly missing: readonly AssessmentMissing[];
};

/** The versions of an assessment, as far as the reader may see them. */
export async function assessmentViews(
  all: readonly Assessment[],
  key: DataKeyHandle | null,
): Promise<readonly AssessmentView[]> {
  const ids = all.flatMap((each) => [...each.writerIds, each.proposedBy ?? [], each.secondId ?? []].flat());
  const names = await staffNames(ids);
  const by = (id: string | null, at: Date | null) =>
    id && at ? { by: names.get(id) ?? "", at: at.toISOString() as IsoInstant } : null;
  return all.map((each) => {
    const content = key && openAssessment(key, each);
    const complete = content && completeAssessment(content, content);
    return {
      id: each.id,
      version: each.version,
      state: each.state,
      ground: each.ground,
      proposal: each.proposal,
      content,
      writers: each.writerIds.map((id) => names.get(id) ?? ""),
      writerIds: each.writerIds,
      savedAt: each.savedAt.toISOString() as IsoInstant,
      proposed: by(each.proposedBy, each.proposedAt),
      second: by(each.secondId, each.secondAt),
      droppedAt: (each.droppedAt?.toISOString() ?? null) as IsoInstant | null,
      reason: key ? openAssessmentReason(key, each) : null,
      missing: complete && !complete.ok ? complete.refusal : [],
    };
  });
}
