import type { DiscrepancyMove, DiscrepancyStatus } from "@stsphera/contracts/vocabulary";
import { type Case, defineWorkflow } from "../../kernel/index.ts";

type DiscrepancyCase = Case<DiscrepancyStatus>;

export const discrepancyCase = (objectId: number, status: DiscrepancyStatus): DiscrepancyCase => ({
  objectId,
  state: status,
  ties: {},
  doers: [],
});

const settling = { from: ["open"], event: "supply.discrepancy_settled" } as const;
const bySupply = { ...settling, permission: "supply.update" } as const;

/** Every move of a discrepancy. */
export const discrepancyWorkflow = defineWorkflow<DiscrepancyCase, DiscrepancyStatus>()<DiscrepancyMove>({
  agree: { ...bySupply, to: "agreed" },
  writeoff: { ...settling, permission: "supply.approve", to: "written_off" },
  claim: { ...bySupply, to: "claimed" },
  came: { ...settling, permission: "supply.receive", to: "delivered" },
  close: { ...bySupply, from: ["claimed"], to: "closed" },
});

/** Whether somebody still has to settle it. */
export const isUnsettled = (status: DiscrepancyStatus): boolean => status === "open" || status === "claimed";
