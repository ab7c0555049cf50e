import type { Undo } from "@/lib/commands/decision/undo-answer";

/** The question was never asked: nobody waits for a reply. It stays in the thread of the staff, as taken back. */
export const undoQuestion: Undo = async () => ({ waitingSince: null });
