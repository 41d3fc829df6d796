import type { SupplyAction, SupplyCard, SupplySummary } from "@stsphera/contracts";
import { can } from "@stsphera/rbac";
import { allowedMoves, type Context, offeredMoves } from "../../kernel/index.ts";
import { withLinks } from "../../platform/attachments/index.ts";
import { isChangeable } from "../objects/index.ts";
import { discrepancyCase, discrepancyWorkflow, isUnsettled } from "./discrepancy-workflow.ts";
import type { SupplyCardRow } from "./read-supply-card.ts";
import { supplySight } from "./supply-attachments.ts";
import type { SupplySummaryRow } from "./supply-sql.ts";
import {
  attachingRight,
  changingRight,
  isAboveLimit,
  isBeingAsked,
  isComing,
  seesMoney,
  supplyCase,
  supplyWorkflow,
} from "./supply-workflow.ts";

/** The reader of a card and the instant; links are signed for a reader who sees the order. */
export type CardReader = Pick<Context, "actor" | "now" | "links">;

/** A row of a list for its reader: money is shown to those who may see it. */
export function presentSummary(
  { actor }: Pick<CardReader, "actor">,
  { objectStatus: _status, ...row }: SupplySummaryRow,
): SupplySummary {
  const { objectId, requester } = row;
  return seesMoney(actor, { objectId, requesterId: requester.id }) ? row : { ...row, amount: null };
}

/** Presents an order to a reader, for the app, the bot and notifications alike. */
export function presentSupply(reader: CardReader, row: SupplyCardRow): SupplyCard {
  const { objectStatus, intact: _intact, statusSince: _since, approvalLimit, ...card } = row;
  const { objectId, status, requester, amount, lines } = row;
  const { actor } = reader;
  const judged = { objectId, status, requesterId: requester.id, amount, approvalLimit, lines };
  const changeable = isChangeable(objectStatus);
  const { actions, undoUntil } = offeredMoves(supplyWorkflow, reader, supplyCase(judged), {
    ...row,
    changeable,
  });
  const changes = changeable && isBeingAsked(status) && changingRight(actor, judged) !== null;
  const deeds: readonly (readonly [SupplyAction, boolean])[] = [
    ["edit", changes],
    ["addline", changes && status === "draft"],
    ["dropline", changes && status === "draft" && lines.length > 1],
    ["promise", changeable && isComing(status) && can(actor, "supply.update", { objectId })],
    ["attach", changeable && attachingRight(actor, judged) !== null],
  ];
  const money = seesMoney(actor, judged);
  const linked = (file: SupplyCardRow["files"][number]) => withLinks(reader, supplySight(objectId), file);
  return {
    ...card,
    amount: money ? amount : null,
    aboveLimit: money && isAboveLimit(judged),
    files: row.files.map(linked),
    receipts: row.receipts.map((receipt) => ({ ...receipt, files: receipt.files.map(linked) })),
    can: {
      actions: [...actions, ...deeds.flatMap(([deed, may]) => (may ? [deed] : []))],
      undoUntil,
      discrepancy: changeable ? settling(reader, row) : null,
    },
  };
}

/** The first discrepancy that the reader may settle, with the moves allowed. */
function settling({ actor, now }: CardReader, { objectId, discrepancies }: SupplyCardRow) {
  for (const { id, version, status } of discrepancies) {
    if (!isUnsettled(status)) continue;
    const actions = allowedMoves(discrepancyWorkflow, actor, discrepancyCase(objectId, status), now);
    if (actions.length > 0) return { id, version, actions };
  }
  return null;
}
