import { schema } from "@stsphera/db";
import { type Day, defineLifecycle } from "../../kernel/index.ts";
import { delegationCase, delegationWorkflow } from "./delegation-workflow.ts";
import { delegationPayload } from "../rights/index.ts";
import { type DelegationRow, presentDelegationState } from "./write-delegation.ts";

/** A delegation with the current day of the absent user. */
export type LoadedDelegation = { row: DelegationRow; today: Day };

export const delegationLifecycle = defineLifecycle({
  entity: "delegation",
  workflow: delegationWorkflow,
  input: null,
  table: schema.delegations,
  rowOf: ({ row }: LoadedDelegation) => row,
  caseOf: (row: DelegationRow, { today }) => delegationCase(row, today),
  tracked: ["endedAt"],
  columns: ({ ctx }) => ({ endedAt: ctx.now }),
  payload: ({ after }) => delegationPayload(after),
  current: presentDelegationState,
});
