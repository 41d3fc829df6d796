import { type Org, type OrgPerson, orgQuery } from "@stsphera/contracts";
import { can, type Department, departmentOf, DEPARTMENTS, ROLE_CODES } from "@stsphera/rbac";
import { dayText, forbidden, personOf, personRow, query } from "../../kernel/index.ts";

const SHOWN_OF_EACH = 20;
const SHOWN_OF_ONE = 200;
const NONE = "";

type Group = { department: string; peopleCount: number; people: OrgPerson[] };
type Head = { department: Department; version: number; head: { id: number; fullName: string } | null };

/**
 * $1, $2 roles and their departments · $3 department · $4 users per department · $5 whether tasks are counted · $6
 * instant
 */
const PEOPLE = `
  with placed as (
    select m.department, u.id, u.full_name, u.role,
      row_number() over (partition by m.department order by u.full_name collate "ru-x-icu", u.id) as place,
      count(*) over (partition by m.department) as people
    from users u join unnest($1::text[], $2::text[]) as m(role, department) on m.role = u.role
    where u.status = 'active' and ($3::text is null or m.department = $3))
  select p.department, max(p.people)::int as "peopleCount",
    json_agg(json_build_object('id', p.id, 'fullName', p.full_name, 'role', p.role, 'load', case when $5::boolean then
      (select json_build_object('openTasks', count(*)::int, 'overdueTasks', (count(*) filter (where
           t.deadline < ${dayText("$6::timestamptz")}))::int)
         from tasks t join objects o on o.id = t.object_id
         where t.assignee_id = p.id and t.status not in ('done', 'cancelled')) end) order by p.place) as people
  from placed p where p.place <= $4
  group by p.department`;

const HEADS = `
  select h.department, h.version,
    case when u.status = 'active' then ${personRow("u")} end as head
  from department_heads h join users u on u.id = h.user_id
  where $1::text is null or h.department = $1`;

/**
 * The company by departments: heads, number of users and the first of them with their workload. Users without a
 * department are listed separately; observers only for users who manage people.
 */
export const getOrg = query({
  name: "org.get",
  permissions: ["org.view"],
  input: orgQuery,
  read: async (ctx, { department }): Promise<Org> => {
    if (!can(ctx.actor, "org.view")) throw forbidden("org.view");
    const roles = ROLE_CODES.filter((role) => role !== "viewer" || can(ctx.actor, "users.manage"));
    const [groups, heads] = await Promise.all([
      ctx.db.read<Group>(PEOPLE, [
        roles,
        roles.map((role) => departmentOf(role) ?? NONE),
        department ?? null,
        department === undefined ? SHOWN_OF_EACH : SHOWN_OF_ONE,
        personOf(ctx).role !== "viewer",
        ctx.now.toISOString(),
      ]),
      ctx.db.read<Head>(HEADS, [department ?? null]),
    ]);
    const groupOf = (code: string) => {
      const group = groups.find((one) => one.department === code);
      return { peopleCount: group?.peopleCount ?? 0, people: group?.people ?? [] };
    };
    const listed = DEPARTMENTS.filter((code) => department === undefined || code === department);
    return {
      departments: listed.map((code) => {
        const row = heads.find((one) => one.department === code);
        return { code, head: row?.head ?? null, headVersion: row?.version ?? null, ...groupOf(code) };
      }),
      withoutDepartment: groupOf(NONE),
    };
  },
});
