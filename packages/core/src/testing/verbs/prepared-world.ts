import type { FileStatus } from "@stsphera/contracts/vocabulary";
import { schema } from "@stsphera/db";
import { MEMBER_ROLES, reachOf, type Role, ROLE_CODES, type UserActor } from "@stsphera/rbac";
import { enterFact } from "../../domains/facts/index.ts";
import { createCrew } from "../../domains/production/index.ts";
import type { AnObject } from "../object-wish.ts";
import { openWorld } from "../open-world.ts";
import type { World } from "../world.ts";
import { photoOf, taskOf } from "./rows.ts";

/** A world in which every verb has something to work on. */
export type PreparedWorld = {
  world: World;
  /** The object everything happens on. */
  here: AnObject;
  /** The foreman who entered the one fact that stands. */
  foreman: UserActor;
  factId: number;
  /** Photos of the foreman: announced, uploaded, and ready to be seen with the fact. */
  awaitedFileId: number;
  storedFileId: number;
  readyFileId: number;
  /** A task in the foreman's hands, given by the colleague. */
  taskId: number;
  pending: UserActor;
  colleague: UserActor;
};

export async function prepareWorld(): Promise<PreparedWorld> {
  const world = await openWorld();
  const here = await world.anObject();
  const [foreman, installer, admin] = await Promise.all(
    (["construction_itr", "installer", "admin"] as const).map((role) => world.as(role)),
  );
  if (foreman === undefined || installer === undefined || admin === undefined)
    throw new Error("nobody is here");
  await createCrew.run(world.ctx(admin), {
    code: "БР-1",
    name: "Модули",
    lead: installer.fullName,
    leadUserId: installer.id,
    size: 6,
    objectId: here.id,
  });
  const { fact } = await enterFact.run(world.ctx(foreman), {
    objectId: here.id,
    floorVolumeId: here.cell("Юг", "1", "МОД"),
    date: "2026-09-08",
    quantity: "10",
  });
  const photo = (status: FileStatus) => photoOf(world.ctx(foreman), foreman, here.id, status);
  const readyFileId = await photo("ready");
  await world.db.orm.insert(schema.attachments).values({
    entityType: "fact",
    entityId: fact.id,
    fileId: readyFileId,
    role: "photo",
    createdBy: foreman.id,
    createdAt: world.now,
  });
  const colleague = await world.aPerson({ role: "safety" });
  return {
    world,
    here,
    foreman,
    factId: fact.id,
    awaitedFileId: await photo("awaiting"),
    storedFileId: await photo("stored"),
    readyFileId,
    pending: await world.aPerson({ role: null, status: "pending" }),
    colleague,
    taskId: await taskOf(world.ctx(foreman), { here, colleague, foreman }),
  };
}

/** How a person stands to the object of the prepared world. */
export const STANDS = ["member", "stranger", "deputy", "pending", "deactivated"] as const;
export type Stand = (typeof STANDS)[number];
export type Standing = { role: Role; stand: Stand; actor: UserActor };

/** What a deputy of the prepared world is by himself: somebody with no role on its object. */
const DEPUTYS_OWN_ROLE: Role = "geodesist";

/**
 * Every role in every stand: members hold their role on the object (company-wide roles need none), strangers none; a
 * deputy stands in for the member for the day; the pending and the deactivated hold the role too, and it must not help
 * them.
 */
export async function everyStanding({ world, here }: PreparedWorld): Promise<Standing[]> {
  const all = await Promise.all(
    ROLE_CODES.flatMap((role) =>
      STANDS.map(async (stand): Promise<Standing> => {
        if (stand === "member") return { role, stand, actor: await world.as(role) };
        if (stand === "deputy") return { role, stand, actor: await deputyOf(world, role) };
        const actor = await world.aPerson({ role, status: stand === "stranger" ? "active" : stand });
        return { role, stand, actor };
      }),
    ),
  );
  const powerless = all.filter(({ role, stand }) => {
    const mayHold = MEMBER_ROLES.includes(role) && reachOf(role) === "member";
    return mayHold && (stand === "pending" || stand === "deactivated");
  });
  await world.db.orm
    .insert(schema.objectRoles)
    .values(
      powerless.map(({ role, actor }) => ({ objectId: here.id, userId: actor.id, role, since: world.now })),
    );
  return Promise.all(all.map(async (one) => ({ ...one, actor: await world.again(one.actor) })));
}

/** Somebody who stands in today for the person of a role, on all his objects. */
async function deputyOf(world: World, role: Role): Promise<UserActor> {
  const [principal, deputy] = [await world.as(role), await world.aPerson({ role: DEPUTYS_OWN_ROLE })];
  const [fromDay, toDay] = ["2026-09-08", "2026-09-09"];
  await world.db.orm.insert(schema.delegations).values({
    principalId: principal.id,
    deputyId: deputy.id,
    fromDay,
    toDay,
    createdBy: principal.id,
    createdAt: world.now,
  });
  return deputy;
}

/** Somebody whom nobody knows yet. */
export const STRANGE_TELEGRAM_ID = "4000001";
