import {
  everyStanding,
  notificationOf,
  photoOf,
  prepareWorld,
  type PreparedWorld,
  type Standing,
  TEST_LINKS,
} from "@stsphera/core/testing/verbs";
import type { AnObject } from "@stsphera/core/testing";
import type { UserActor } from "@stsphera/rbac";
import { openApi, type TestApi } from "../open-api.ts";
import { workOf } from "./work-of.ts";
import { type RolledBack, rolledBack } from "./rolled-back.ts";

export type MatrixWorld = {
  api: TestApi;
  people: readonly Standing[];
  /** The world as it is for a person who asks for others' things. */
  others: PreparedWorld;
  /** The same, where entry, photos and card are the person's own. */
  own(actor: UserActor): PreparedWorld;
  foreignNotificationId: number;
  takeDone: RolledBack["takeDone"];
  close(): Promise<void>;
};

/** One server over one world in which every role stands in every way, each with things of his own. */
export async function openMatrixWorld(): Promise<MatrixWorld> {
  const others = await prepareWorld();
  const { world, here, foreman } = others;
  const people = await everyStanding(others);
  const undone = rolledBack(world.db);
  const api = await openApi(() => ({ db: undone.db, links: TEST_LINKS }), world);
  const ownThings = new Map<number, PreparedWorld>();
  for (const { actor } of people) {
    const ctx = world.ctx(actor);
    ownThings.set(actor.id, {
      ...others,
      foreman: actor,
      colleague: actor,
      pending: actor,
      factId: await entryOf(others, actor),
      awaitedFileId: await photoOf(ctx, actor, here.id, "awaiting"),
      readyFileId: await photoOf(ctx, actor, here.id, "ready"),
    });
  }
  return {
    api,
    people,
    others,
    own(actor) {
      const things = ownThings.get(actor.id);
      if (things === undefined) throw new Error("a person without things of his own");
      return things;
    },
    foreignNotificationId: await notificationOf(world.ctx(foreman), await world.aPerson()),
    takeDone: undone.takeDone,
    close: () => api.close(),
  };
}

/** An entry of the person, straight in the ledger: the right to make one may have been taken from him since. */
async function entryOf({ world, here }: PreparedWorld, author: UserActor): Promise<number> {
  const [entry] = await world.db.read<{ id: number }>(
    `insert into daily_plan_fact (object_id, floor_volume_id, facade_id, work_type_id, date, shift, kind, status,
       quantity, author_id, created_at)
     select object_id, id, facade_id, work_type_id, '2026-09-08', 'day', 'work', 'submitted', 1, $2, $3
     from floor_volumes where id = $1 returning id`,
    [here.cell("Юг", "1", "МОД"), author.id, world.now.toISOString()],
  );
  if (entry === undefined) throw new Error("an entry was not written");
  return entry.id;
}

/** An object nobody of the matrix belongs to, with something of every kind on it. */
export type Elsewhere = { object: AnObject; ids: Readonly<Record<string, number>> };

export async function elsewhere(prepared: PreparedWorld): Promise<Elsewhere> {
  const { world } = prepared;
  const author = await world.aPerson();
  const object = await world.anObject({
    team: [],
    members: [{ actor: author, roles: ["construction_itr"] }],
    facades: ["Север"],
    floors: ["7"],
  });
  // An object is made with the manager of the world; this one is not his.
  const manager = await world.as("project_manager");
  await world.db.sql`delete from object_roles where object_id = ${object.id} and user_id = ${manager.id}`;
  const cell = object.cell("Север", "7", "МОД");
  const [crew] = await world.db.read<{ id: number }>(
    "insert into crews (code, name, lead, size, object_id) values ('ЧУЖ', 'Чужая', 'Чужой', 4, $1) returning id",
    [object.id],
  );
  const [fact] = await world.db.read<{ id: number }>(
    `insert into daily_plan_fact (object_id, floor_volume_id, facade_id, work_type_id, date, shift, kind, status,
       quantity, author_id, created_at)
     select object_id, id, facade_id, work_type_id, '2026-09-08', 'day', 'work', 'submitted', 1, $2, $3
     from floor_volumes where id = $1 returning id`,
    [cell, author.id, world.now.toISOString()],
  );
  const fileId = await photoOf(world.ctx(author), author, object.id, "ready");
  return {
    object,
    ids: {
      objectId: object.id,
      floorVolumeId: cell,
      facadeId: object.facadeId("Север"),
      floorId: object.floorId("7"),
      crewId: crew?.id ?? 0,
      factId: fact?.id ?? 0,
      fileId,
      fileIds: fileId,
      photoIds: fileId,
      notificationId: await notificationOf(world.ctx(author), author),
      assigneeId: author.id,
      principalId: author.id,
      entityId: fact?.id ?? 0,
      ...(await workOf(world, author, object.id)),
    },
  };
}
