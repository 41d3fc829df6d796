import type { DraftData } from "@stsphera/contracts";
import type { Orm } from "@stsphera/db";
import { schema } from "@stsphera/db";
import type { UserActor } from "@stsphera/rbac";
import { DOZENS } from "./many.ts";
import type { At, VerbCase } from "./verb-case.ts";
import { verbsOf } from "./verbs-of.ts";

type Made = Map<number, Promise<number>>;

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

/** A complete draft of the user, except for the manager. */
export async function draftOf(orm: Orm, actor: UserActor, data: DraftData = DATA): Promise<number> {
  const now = new Date("2026-09-08T07:00:00.000Z");
  const [row] = await orm
    .insert(schema.objectDrafts)
    .values({ createdBy: actor.id, data, createdAt: now, updatedAt: now })
    .returning({ id: schema.objectDrafts.id });
  if (row === undefined) throw new Error("a draft was not stored");
  return row.id;
}

/** The one draft per user for reads, made outside the rolled-back transaction. */
async function keptDraft({ prepared: { world }, made, actor }: At<Made>): Promise<number> {
  const draft = made.get(actor.id) ?? draftOf(world.db.orm, actor);
  made.set(actor.id, draft);
  return draft;
}

const cases: Readonly<Record<string, VerbCase<Made>>> = {
  "object_draft.create": { quiet: true, permission: "object.create", input: () => ({ data: DATA }) },
  "object_draft.save": {
    quiet: true,
    permission: "object.create",
    input: async ({ actor, ctx }) => ({
      draftId: await draftOf(ctx.db.orm, actor),
      version: 1,
      step: 3,
      data: { facades: [], floors: [] },
    }),
  },
  "object_draft.delete": {
    quiet: true,
    permission: "object.create",
    input: async ({ actor, ctx }) => ({ draftId: await draftOf(ctx.db.orm, actor) }),
  },
  "object_draft.complete": {
    makesPartOfObject: true,
    permission: "object.create",
    input: async ({ prepared: { colleague }, actor, ctx }) => {
      const members = [{ userId: colleague.id, roles: ["project_manager" as const, "safety" as const] }];
      return { draftId: await draftOf(ctx.db.orm, actor, { ...DATA, members }), version: 1 };
    },
  },
  "object_draft.get": {
    permission: "object.create",
    ofOneSize: true,
    input: async (at) => ({ draftId: await keptDraft(at) }),
  },
  "object_draft.list": { permission: "object.create", input: () => ({}) },
};

export const DRAFT_CASES = verbsOf({
  cases,
  prepare: async (): Promise<Made> => new Map(),
  grow: async ({ prepared: { world }, reader }) => {
    await world.db.sql`
      insert into object_drafts (created_by, data, created_at, updated_at)
      select ${reader.id}::int, '{"object": {"name": "Черновик"}}', ${world.now}, ${world.now}
      from generate_series(1, ${DOZENS}::int) n`;
  },
  ids: { object_drafts: ["draftId"] },
  thingsOn: async ({ world, author, objectId }) => {
    const [draft] = await world.db.orm
      .insert(schema.objectDrafts)
      .values({ createdBy: author.id, data: {}, objectId, createdAt: world.now, updatedAt: world.now })
      .returning({ id: schema.objectDrafts.id });
    return { draftId: draft?.id ?? 0 };
  },
});
