import {
  addSupplyLine,
  attachSupply,
  changeSupplyStatus,
  dropSupplyLine,
  getSupply,
  listAllSupply,
  promiseSupply,
  settleDiscrepancy,
  undoSupplyMove,
  updateSupply,
} from "@stsphera/core";
import { stateText, supplyButtons, supplyRow, supplyTelegramCard } from "@stsphera/core/cards/supply";
import { DISCREPANCY_MOVES, type SupplyCard, type SupplySummary } from "@stsphera/contracts";
import { withUnit } from "@stsphera/contracts/format";
import { SUPPLY_CAPTIONS } from "@stsphera/contracts/supply/captions";
import { linesWith, supplyForms } from "@stsphera/contracts/supply/forms";
import type { Entity } from "../../engine/entity/entity.ts";
import { MAX_ROWS } from "../../engine/list-card.ts";

/** A supply order as an entity of the engine; its discrepancies are settled in its card. */
export const supplyEntity: Entity<SupplyCard, SupplySummary> = {
  name: "supply",
  id: "orderId",
  card: supplyTelegramCard,
  buttons: supplyButtons,
  captions: SUPPLY_CAPTIONS,
  state: stateText,
  forms: supplyForms,
  get: getSupply,
  move: changeSupplyStatus,
  others: {
    undo: undoSupplyMove,
    edit: updateSupply,
    addline: addSupplyLine,
    dropline: dropSupplyLine,
    promise: promiseSupply,
    attach: attachSupply,
  },
  part: {
    id: "discrepancyId",
    moves: DISCREPANCY_MOVES,
    move: settleDiscrepancy,
    open: ({ can }) => (can.discrepancy === null ? [] : [can.discrepancy]),
    allowed: ({ can }) => can.discrepancy?.actions ?? [],
  },
  lists: {
    prefix: "sl",
    command: { name: "orders", place: 48 },
    permission: "supply.view",
    pages: {
      current: (turn) => listAllSupply.run(turn.context(), { limit: MAX_ROWS }),
      coming: (turn) => listAllSupply.run(turn.context(), { state: "coming", limit: MAX_ROWS }),
      late: (turn) => listAllSupply.run(turn.context(), { late: "true", limit: MAX_ROWS }),
    },
    row: supplyRow,
  },
  follow: "attach",
  asking: {
    options: async ({ turn, card }, from) => {
      const part = from === "rest" || from === "onWay" ? from : null;
      return (part === null ? card.lines : linesWith(card, part)).map((line) => ({
        value: String(line.id),
        caption: `${line.name} · ${withUnit(line[part ?? "quantity"], line.unit, turn.locale)}`,
      }));
    },
  },
};
