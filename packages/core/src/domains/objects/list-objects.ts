import { type ListedObject, listObjectsQuery } from "@stsphera/contracts";
import { type Actor, can, myObjectIds, type Role, rolesOn, seesEveryObject } from "@stsphera/rbac";
import { healthOf, percentOf } from "../calculation/index.ts";
import { pagedQuery, type Sort, textHas } from "../../kernel/index.ts";
import { observedIds, shownHours } from "./counted-sums.ts";
import { ARCHIVE } from "./object-workflow.ts";
import { overdueTasks } from "./overdue-tasks.ts";
import { plannedHours, progressPct } from "./progress.ts";

type Row = Omit<ListedObject, "myRoles" | "overdueTasks" | "plannedPct" | "health"> & {
  overdueTasks: number;
  planHours: string | null;
  plannedHours: string | null;
};

const COLUMNS = `o.id, o.code, o.name, o.city, o.address, o.status, o.facade_types as "facadeTypes",
    o.deadline::text as deadline, o.version, s.plan_hours::text as "planHours"`;

const SORTS: Readonly<Record<"name" | "deadline", Sort<Row>>> = {
  name: { value: { sql: "o.name", type: "text", of: (row) => row.name }, id: "o.id" },
  deadline: {
    value: {
      sql: "coalesce(o.deadline, 'infinity')",
      type: "date",
      of: (row) => row.deadline ?? "infinity",
    },
    id: "o.id",
  },
};

/**
 * The objects visible to the actor, page by page; archived ones only when their status is requested. Overdue tasks
 * are counted only for the rows of the page.
 */
export const listObjects = pagedQuery({
  name: "object.list",
  permissions: ["object.view"],
  input: listObjectsQuery,
  // Everybody may call this: objects the actor may not see are left out.
  authorize: () => undefined,
  sort: ({ sort }) => SORTS[sort],
  select: (asked, ctx) => {
    const now = asked(ctx.now.toISOString(), "timestamptz");
    const earned = shownHours(asked(observedIds(ctx.actor), "integer[]"));
    const counted = `${progressPct(earned)} as "progressPct", ${overdueTasks(now)} as "overdueTasks",
      ${plannedHours(now)}::text as "plannedHours"`;
    return {
      columns: `${COLUMNS}, ${counted}`,
      from: "objects o left join object_sums s on s.object_id = o.id",
    };
  },
  where: (asked, { actor }, { scope, status, archive, search, facadeType }) => {
    const everywhere = scope === "all" && seesEveryObject(actor);
    const archived = () => `o.status = any (${asked([...ARCHIVE], "text[]")})`;
    const mine = () => `o.id = any (array(select unnest(${asked(myObjectIds(actor), "integer[]")})))`;
    const found = () => textHas("concat_ws(' ', o.code, o.name, o.address)", asked(search, "text"));
    return [
      !everywhere && mine(),
      status === undefined ? `${archive ? "" : "not "}${archived()}` : `o.status = ${asked(status, "text")}`,
      search !== undefined && search !== "" && found(),
      facadeType !== undefined && `${asked(facadeType, "text")} = any (o.facade_types)`,
    ];
  },
  present: (ctx, row: Row) => present(ctx.actor, row),
});

/** Written out field by field: spreading is several times slower per row. */
function present(actor: Actor, row: Row): ListedObject {
  const plannedPct =
    row.plannedHours === null || row.planHours === null ? null : percentOf(row.plannedHours, row.planHours);
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    city: row.city,
    address: row.address,
    status: row.status,
    facadeTypes: row.facadeTypes,
    progressPct: row.progressPct,
    plannedPct,
    health: healthOf(row.progressPct, plannedPct),
    deadline: row.deadline,
    version: row.version,
    overdueTasks: can(actor, "task.view", { objectId: row.id }) ? row.overdueTasks : undefined,
    myRoles: rolesOn(actor, row.id) as Role[],
  };
}
