import type { SystemActor } from "@stsphera/rbac";
import { sql } from "drizzle-orm";
import { workTypeId } from "./rows.ts";
import type { VerbCase } from "./verb-case.ts";

const CONSISTENCY: SystemActor = { kind: "system", job: "consistency", permissions: ["volume.edit"] };

export const PRODUCTION_CASES: Readonly<Record<string, VerbCase>> = {
  "work_type.create": {
    permission: "dictionary.manage",
    input: () => ({ code: "ОТК", name: "Откосы", unit: "м²", normHours: "1.5" }),
  },
  "crew.create": {
    permission: "dictionary.manage",
    onObject: true,
    input: ({ prepared: { here } }) => ({
      code: "БР-9",
      name: "Утепление",
      lead: "Алишер Каримов",
      size: 4,
      objectId: here.id,
    }),
  },
  "volume.set_plan": {
    permission: "volume.edit",
    onObject: true,
    input: async ({ prepared: { here }, ctx }) => ({
      objectId: here.id,
      volumes: [
        {
          facadeId: here.facadeId("Юг"),
          floorId: here.floorId("1"),
          workTypeId: await workTypeId(ctx, "УТП"),
          planQty: "48.6",
        },
      ],
    }),
  },
  "sums.mend": {
    permission: "job",
    doneBy: CONSISTENCY,
    input: async ({ prepared: { here }, ctx }) => {
      const cell = here.cell("Юг", "1", "МОД");
      await ctx.db.orm.execute(sql`update floor_volumes set fact_qty = fact_qty + 1 where id = ${cell}`);
      return { objectId: here.id };
    },
  },
  "decisions.mend": {
    permission: "job",
    doneBy: { ...CONSISTENCY, permissions: ["settings.manage"] },
    input: async ({ prepared: { factId }, ctx }) => {
      await ctx.db.orm.execute(sql`delete from pending_decisions where entity_id = ${factId}`);
      return { things: [{ entityType: "fact", entityId: factId }] };
    },
  },
  "work_type.list": { permission: "org.view", input: () => ({}) },
  "crew.list": {
    permission: "production.view",
    onObject: true,
    input: ({ prepared: { here } }) => ({ objectId: here.id }),
  },
  "volume.list": {
    permission: "fact.view",
    onObject: true,
    input: ({ prepared: { here } }) => ({ objectId: here.id }),
  },
};
