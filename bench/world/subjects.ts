import type { Sql } from "@stsphera/db";
import type { Site } from "./world.ts";

const SITES = 20;

type Subjects = { directorId: number; adminId: number; sites: Site[] };

/** The users of the benchmark: an administrator, a director, managers and foremen of active objects. */
export async function findSubjects(sql: Sql): Promise<Subjects> {
  const firstOf = async (role: string) => {
    const [person] = await sql<{ id: number }[]>`
      select id from users where role = ${role} and status = 'active' order by id limit 1`;
    return person;
  };
  const director = await firstOf("director");
  const admin = await firstOf("admin");
  const running = await sql<Site[]>`
    select o.id as "objectId",
      (select min(r.user_id) from object_roles r where r.object_id = o.id and r.role = 'project_manager') as "managerId",
      (select min(r.user_id) from object_roles r where r.object_id = o.id and r.role = 'construction_itr') as "foremanId"
    from objects o
    where o.status = 'active' and exists (select from daily_plan_fact e where e.object_id = o.id)
    order by o.id`;
  if (director === undefined || admin === undefined || running.length === 0)
    throw new Error("nobody works in this world");
  const step = Math.max(1, Math.floor(running.length / SITES));
  return {
    directorId: director.id,
    adminId: admin.id,
    sites: running.filter((_, at) => at % step === 0).slice(0, SITES),
  };
}
