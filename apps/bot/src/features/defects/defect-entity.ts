import { changeDefectStatus, getDefect, listAllDefects, undoDefectMove, updateDefect } from "@stsphera/core";
import { defectButtons, defectRow, defectTelegramCard, stateText } from "@stsphera/core/cards/defects";
import type { DefectCard, DefectSummary } from "@stsphera/contracts";
import { DEFECT_CAPTIONS } from "@stsphera/contracts/defects/captions";
import { defectForms } from "@stsphera/contracts/defects/forms";
import type { Entity } from "../../engine/entity/entity.ts";
import { MAX_ROWS } from "../../engine/list-card.ts";

/** A defect as an entity of the engine. */
export const defectEntity: Entity<DefectCard, DefectSummary> = {
  name: "defect",
  id: "defectId",
  card: defectTelegramCard,
  buttons: defectButtons,
  captions: DEFECT_CAPTIONS,
  state: stateText,
  forms: defectForms,
  get: getDefect,
  move: changeDefectStatus,
  others: { undo: undoDefectMove, edit: updateDefect },
  lists: {
    prefix: "dl",
    command: { name: "defects", place: 47 },
    permission: "defect.view",
    pages: {
      mine: (turn) => listAllDefects.run(turn.context(), { responsible: "me", limit: MAX_ROWS }),
      current: (turn) => listAllDefects.run(turn.context(), { limit: MAX_ROWS }),
      overdue: (turn) => listAllDefects.run(turn.context(), { overdue: "true", limit: MAX_ROWS }),
    },
    row: defectRow,
  },
  holder: ({ responsible }) => responsible?.id,
  // An outdated card may show the other one of the two buttons.
  instead: { assign: { form: "reassign" }, reassign: { form: "assign" } },
};
