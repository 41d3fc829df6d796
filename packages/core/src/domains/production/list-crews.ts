import { type crewPage, listDictionaryQuery } from "@stsphera/contracts";
import { can, sees, seesEveryObject, myObjectIds } from "@stsphera/rbac";
import type { z } from "zod";
import {
  allOf,
  forbidden,
  listText,
  notFound,
  openCursor,
  type Position,
  query,
  toPage,
} from "../../kernel/index.ts";

type CrewPage = z.infer<typeof crewPage>;

type Wish = { mine: number[] | null; objectId: number | undefined; from: Position | null; rows: number };

/** `mine` are the objects whose crews the asker sees, null where he sees all. */
const listStatement = ({ mine, objectId, from, rows }: Wish) =>
  listText((asked) => {
    const after = (value: string, crewId: string) =>
      `(c.code collate "ru-x-icu", c.id) > (${value} collate "ru-x-icu", ${crewId})`;
    return `
  select c.id, c.code, c.name, c.lead, c.size, c.object_id as "objectId", c.lead_user_id as "leadUserId", c.version
  from crews c
  where ${allOf(
    mine !== null && `c.object_id = any (array(select unnest(${asked(mine, "integer[]")})))`,
    objectId !== undefined && `c.object_id = ${asked(objectId, "integer")}`,
    from !== null && after(asked(from.value, "text"), asked(from.id, "integer")),
  )}
  order by c.code collate "ru-x-icu", c.id
  limit ${asked(rows, "integer")}`;
  });

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
    const mine = seesEveryObject(ctx.actor)
      ? null
      : myObjectIds(ctx.actor).filter((id) => can(ctx.actor, "production.view", { objectId: id }));
    const { text, params } = listStatement({ mine, objectId, from, rows: limit + 1 });
    const rows = await ctx.db.read<CrewPage["items"][number]>(text, params);
    return toPage(rows, limit, filters, (row) => row.code);
  },
});
