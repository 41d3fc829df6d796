import { type crewPage, listDictionaryQuery } from "@stsphera/contracts";
import { can, sees, seesEveryObject } from "@stsphera/rbac";
import type { z } from "zod";
import { forbidden, notFound, openCursor, query, toPage } from "../kernel/index.ts";
import { myObjectIds } from "../objects/index.ts";

type CrewPage = z.infer<typeof crewPage>;

const CREWS = `
  select c.id, c.code, c.name, c.lead, c.size, c.object_id as "objectId", c.lead_user_id as "leadUserId", c.version
  from crews c
  where ($1::boolean or c.object_id = any($2::integer[]))
    and ($3::integer is null or c.object_id = $3)
    and ($5::integer is null or (c.code collate "ru-x-icu", c.id) > ($4::text collate "ru-x-icu", $5::integer))
  order by c.code collate "ru-x-icu", c.id
  limit $6`;

/** The crews of the objects that the asker sees, or of one of them. Observers are shown no crews. */
export const listCrews = query({
  name: "crew.list",
  permissions: ["production.view"],
  input: listDictionaryQuery,
  read: async (ctx, { limit, cursor, ...filters }): Promise<CrewPage> => {
    const { objectId } = filters;
    if (objectId !== undefined && !sees(ctx.actor, objectId)) throw notFound();
    if (objectId !== undefined && !can(ctx.actor, "production.view", { objectId })) {
      throw forbidden("production.view");
    }
    const from = openCursor(cursor, filters);
    const mine = myObjectIds(ctx.actor).filter((id) => can(ctx.actor, "production.view", { objectId: id }));
    const rows = await ctx.db.read<CrewPage["items"][number]>(CREWS, [
      seesEveryObject(ctx.actor),
      mine,
      objectId ?? null,
      from?.value ?? null,
      from?.id ?? null,
      limit + 1,
    ]);
    return toPage(rows, limit, filters, (row) => row.code);
  },
});
