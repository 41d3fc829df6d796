import type { DraftData } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import type { Orm } from "@stsphera/db";
import type { UserActor } from "@stsphera/rbac";
import type { PreparedWorld } from "./prepared-world.ts";
import type { VerbCase } from "./verb-case.ts";

const DATA: DraftData = {
  object: {
    name: "СПК Атриум",
    city: "Москва",
    address: "ул. Кровельная, 1",
    customer: "ООО «Заказчик»",
    facadeTypes: ["spk"],
  },
  facades: [{ code: "Юг", name: "Южный", sort: 1 }],
  floors: [{ code: "1", sort: 1 }],
};

/** A draft of the person, whole but for the manager. */
export async function draftOf(orm: Orm, actor: UserActor, data: DraftData = DATA): Promise<number> {
  const now = new Date("2026-09-08T07:00:00.000Z");
  const [row] = await orm
    .insert(schema.objectDrafts)
    .values({ createdBy: actor.id, data, createdAt: now, updatedAt: now })
    .returning({ id: schema.objectDrafts.id });
  if (row === undefined) throw new Error("a draft was not stored");
  return row.id;
}

const kept = new WeakMap<PreparedWorld["world"], Map<number, Promise<number>>>();

/** The one draft of a person that reads are made of. */
function keptDraft({ world }: PreparedWorld, actor: UserActor): Promise<number> {
  const drafts = kept.get(world) ?? new Map<number, Promise<number>>();
  kept.set(world, drafts);
  const made = drafts.get(actor.id) ?? draftOf(world.db.orm, actor);
  drafts.set(actor.id, made);
  return made;
}

export const DRAFT_CASES: Readonly<Record<string, VerbCase>> = {
  "object_draft.create": { permission: "object.create", input: () => ({ data: DATA }) },
  "object_draft.save": {
    permission: "object.create",
    input: async ({ actor, ctx }) => ({
      draftId: await draftOf(ctx.db.orm, actor),
      version: 1,
      step: 3,
      data: { facades: [], floors: [] },
    }),
  },
  "object_draft.delete": {
    permission: "object.create",
    input: async ({ actor, ctx }) => ({ draftId: await draftOf(ctx.db.orm, actor) }),
  },
  "object_draft.complete": {
    permission: "object.create",
    input: async ({ prepared: { colleague }, actor, ctx }) => {
      const members = [{ userId: colleague.id, roles: ["project_manager" as const, "safety" as const] }];
      return { draftId: await draftOf(ctx.db.orm, actor, { ...DATA, members }), version: 1 };
    },
  },
  "object_draft.get": {
    permission: "object.create",
    input: async ({ prepared, actor }) => ({ draftId: await keptDraft(prepared, actor) }),
  },
  "object_draft.list": { permission: "object.create", input: () => ({}) },
};
