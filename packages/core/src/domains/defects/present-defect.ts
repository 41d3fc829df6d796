import type { DefectAction, DefectCard, DefectSummary } from "@stsphera/contracts";
import { type Context, offeredMoves } from "../../kernel/index.ts";
import { withLinks } from "../../platform/attachments/index.ts";
import { isChangeable } from "../objects/index.ts";
import { defectSight } from "./defect-attachments.ts";
import { isObserver } from "./is-observer.ts";
import { defectCase, defectWorkflow, isOver, mayEdit } from "./defect-workflow.ts";
import type { DefectCardRow } from "./read-defect-card.ts";
import type { ListedDefect } from "./select-defects.ts";

/** The reader of a card and the instant; links are signed for a reader who sees the defect. */
export type CardReader = Pick<Context, "actor" | "now" | "links">;

/** A row of a list for its reader. */
export function presentSummary(
  { actor }: Pick<CardReader, "actor">,
  { objectStatus: _status, rank: _rank, workedBy: _worked, ...row }: ListedDefect,
): DefectSummary {
  return isObserver(actor, row.objectId) ? { ...row, responsible: null } : row;
}

/** Presents a defect to a reader, for the app, the bot and notifications alike. */
export function presentDefect(reader: CardReader, row: DefectCardRow): DefectCard {
  const { objectStatus, intact: _intact, statusSince: _since, workedBy, ...card } = row;
  const { objectId, status, reporter, responsible } = row;
  const changeable = isChangeable(objectStatus);
  const responsibleId = responsible?.id ?? null;
  const judged = { objectId, status, reporterId: reporter.id, responsibleId, workedBy };
  const { actions, undoUntil } = offeredMoves(defectWorkflow, reader, defectCase(judged), {
    ...row,
    changeable,
  });
  const edits = changeable && !isOver(status) && mayEdit(reader.actor, judged);
  const deeds: DefectAction[] = edits ? ["edit"] : [];
  const linked = (file: DefectCardRow["before"][number]) => withLinks(reader, defectSight(objectId), file);
  const hidden = isObserver(reader.actor, objectId)
    ? { reporter: null, responsible: null, crew: null, moves: [] }
    : {};
  return {
    ...card,
    ...hidden,
    before: row.before.map(linked),
    after: row.after.map(linked),
    can: { actions: [...actions, ...deeds], undoUntil },
  };
}
