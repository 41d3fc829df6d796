import { schema } from "@stsphera/db";
import type { Role, UserActor } from "@stsphera/rbac";
import type { TestObject, World } from "../../../testing/index.ts";
import { createZone } from "../../zones/index.ts";

export type Site = { name: string; object: TestObject; zone: string; foremen: UserActor[] };

/** Forty people on three objects, in two time zones; several work on all three. */
export type Company = {
  sites: Site[];
  /** The project manager, the engineer and the supplier of all three objects. */
  manager: UserActor;
  engineer: UserActor;
  supplier: UserActor;
  director: UserActor;
  /** Leads a part of two of the objects. */
  sharedForeman: UserActor;
};

const MOSCOW = "Europe/Moscow";
const SITES = [
  { name: "Север", zone: MOSCOW, foreman: "Сергей Белов" },
  { name: "Центр", zone: MOSCOW, foreman: "Павел Громов" },
  { name: "Камчатка", zone: "Asia/Kamchatka", foreman: "Игорь Васин" },
] as const;
const WINDOW = { planStart: "2026-12-01", planFinish: "2027-03-30", planQty: "400" };

export async function openCompany(world: World, installersOnEach: number): Promise<Company> {
  const hire = async (role: Role, fullName: string, zone: string = MOSCOW) => {
    const actor = await world.createUser({ role, fullName });
    await world.db.sql`update users set time_zone = ${zone} where id = ${actor.id}`;
    return world.again(actor);
  };
  const manager = await hire("project_manager", "Роман Дёмин");
  const engineer = await hire("pto", "Анна Климова");
  const supplier = await hire("supply", "Ольга Рожкова");
  const director = await hire("director", "Пётр Арсеньев");
  const sharedForeman = await hire("construction_itr", "Олег Сычёв");
  const sites: Site[] = [];
  for (const { name, zone, foreman } of SITES) {
    const own = await hire("construction_itr", foreman, zone);
    const second = zone === MOSCOW ? sharedForeman : await hire("construction_itr", "Семён Жилин", zone);
    const installers: UserActor[] = [];
    for (let n = 1; n <= installersOnEach; n += 1)
      installers.push(await hire("installer", `Монтажник ${n} ${name}`, zone));
    const object = await openObject(world, {
      name,
      zone,
      foremen: [own, second],
      members: [
        { actor: manager, roles: ["project_manager"] },
        { actor: engineer, roles: ["pto"] },
        { actor: supplier, roles: ["supply"] },
        ...[own, second].map((actor) => ({ actor, roles: ["construction_itr" as const] })),
        ...installers.map((actor) => ({ actor, roles: ["installer" as const] })),
      ],
    });
    sites.push({ name, object, zone, foremen: [own, second] });
    await insertLateTasks(world, { object, manager, foremen: [own, second], supplier });
  }
  return { sites, manager, engineer, supplier, director, sharedForeman };
}

type NewObject = {
  name: string;
  zone: string;
  foremen: readonly UserActor[];
  members: { actor: UserActor; roles: readonly Role[] }[];
};

async function openObject(world: World, { name, zone, foremen, members }: NewObject): Promise<TestObject> {
  const volumes = ["Юг", "Запад"].flatMap((facade) =>
    ["1", "2"].map((floor) => ({ facade, floor, work: "МОД", ...WINDOW })),
  );
  const object = await world.createTestObject({
    passport: { name, timeZone: zone, deadline: "2027-06-30" },
    team: [],
    volumes,
    members,
  });
  // The object has a manager of its own.
  const usual = await world.as("project_manager");
  await world.db.sql`delete from object_roles where object_id = ${object.id} and user_id = ${usual.id}`;
  const admin = world.ctx(await world.as("admin"));
  for (const [at, facade] of ["Юг", "Запад"].entries())
    await createZone.run(admin, {
      objectId: object.id,
      name: facade,
      facadeId: object.facadeId(facade),
      fromFloorId: object.floorId("1"),
      toFloorId: object.floorId("2"),
      foremanId: foremen[at]?.id ?? null,
    } as never);
  return object;
}

type Owners = { object: TestObject; manager: UserActor; foremen: readonly UserActor[]; supplier: UserActor };

/** Tasks that become late in the week, and one that is due in it, of each foreman and of the office. */
async function insertLateTasks(world: World, { object, manager, foremen, supplier }: Owners): Promise<void> {
  const deadlines = ["2026-12-22", "2026-12-24", "2026-12-25", "2026-12-29"];
  const rows = [...foremen, supplier].flatMap((assignee, who) =>
    deadlines.slice(0, who === 2 ? 2 : 4).map((deadline, at) => ({
      objectId: object.id,
      title: `${["Сдать схему", "Перевесить люльки", "Испытать анкеры", "Закрыть замечания"][at]}, ось ${who + 1}`,
      status: "in_progress" as const,
      creatorId: manager.id,
      assigneeId: assignee.id,
      deadline,
      createdAt: world.now,
      statusSince: world.now,
    })),
  );
  await world.db.orm.insert(schema.tasks).values(rows);
}
