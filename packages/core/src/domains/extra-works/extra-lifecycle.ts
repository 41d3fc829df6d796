import { extraTransitionInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { defineLifecycle } from "../../kernel/index.ts";
import { planChanged } from "../plan/index.ts";
import { addVolume, assertVolume, removeVolume } from "./extra-volume.ts";
import { extraCase, extraDecisions, extraWorkflow } from "./extra-workflow.ts";
import { currentExtra, type ExtraRow, type LoadedExtra } from "./load-extra.ts";

const ONE_CELL = { created: 0, changed: 1, unchanged: 0, removed: 0 };

/** The decisions on extra works: an accepted one becomes a volume of the plan, which leaves it again when that is decided anew. */
export const extraLifecycle = defineLifecycle({
  entity: "extra",
  workflow: extraWorkflow,
  input: extraTransitionInput,
  table: schema.extraWorks,
  rowOf: ({ extra }: LoadedExtra) => extra,
  caseOf: (extra: ExtraRow) => extraCase(extra),
  tracked: ["status", "statusSince", "document", "facadeId", "floorId", "workTypeId"],
  columns: ({ ctx }, to) => ({ status: to, statusSince: ctx.now }),
  columnsOf: {
    accept: ({ input: { document, facadeId, floorId, workTypeId } }) => ({
      document,
      facadeId,
      floorId,
      workTypeId,
    }),
    reopen: () => ({ document: null, facadeId: null, floorId: null, workTypeId: null }),
  },
  guards: {
    accept: (tx, { loaded: { extra }, input }) => assertVolume(tx, extra, input),
  },
  effects: async (tx, step) => {
    const { ctx, loaded } = step;
    const wasAccepted = loaded.extra.status === "accepted";
    if (step.move !== "accept" && !wasAccepted) return {};
    const changes =
      step.move === "accept"
        ? await addVolume(tx, ctx, loaded.extra, step.input)
        : await removeVolume(tx, ctx, loaded.extra);
    return { changes, events: [planChanged(loaded.extra.objectId, ONE_CELL)] };
  },
  payload: ({ after }) => ({ title: after.title, to: after.status }),
  current: currentExtra,
  decisionsOf: (extra) => extraDecisions(extra),
});
