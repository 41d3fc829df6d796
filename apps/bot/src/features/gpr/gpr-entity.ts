import {
  answerGprShift,
  changeGprStatus,
  getGpr,
  listMyGpr,
  remarkGpr,
  remindGprSigners,
  replaceGprSigner,
  signGpr,
} from "@stsphera/core";
import { gprButtons, gprCard, gprRow, stateText } from "@stsphera/core/cards/gpr";
import { GPR_ANSWER_MOVES, type GprCard, type GprSummary } from "@stsphera/contracts";
import { GPR_CAPTIONS } from "@stsphera/contracts/gpr/captions";
import { gprForms } from "@stsphera/contracts/gpr/forms";
import type { Entity } from "../../engine/entity/entity.ts";
import { MAX_ROWS } from "../../engine/list-card.ts";
import { gprAsking } from "./gpr-asking.ts";

/** A version of the schedule as an entity of the engine. */
export const gprEntity: Entity<GprCard, GprSummary> = {
  name: "gpr",
  id: "gprId",
  card: gprCard,
  buttons: gprButtons,
  captions: GPR_CAPTIONS,
  state: stateText,
  forms: gprForms,
  get: getGpr,
  move: changeGprStatus,
  others: { sign: signGpr, remark: remarkGpr, replace: replaceGprSigner, remind: remindGprSigners },
  part: {
    id: "answerId",
    moves: GPR_ANSWER_MOVES,
    move: answerGprShift,
    open: ({ shift }) => (shift === null ? [] : [shift]),
    allowed: ({ shift }) => (shift === null ? [] : GPR_ANSWER_MOVES),
  },
  lists: {
    prefix: "gl",
    command: { name: "gpr", place: 45 },
    permission: "gpr.view",
    pages: {
      current: async (turn) => {
        const { items, nextCursor } = await listMyGpr.run(turn.context(), { limit: MAX_ROWS });
        // A button names the object: versions of several objects have the same title.
        return { items: items.map((one) => ({ ...one, title: one.objectName })), nextCursor };
      },
    },
    row: gprRow,
  },
  asking: gprAsking,
};
