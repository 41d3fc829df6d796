import { id, type JournalPage, listJournalQuery } from "@stsphera/contracts";
import { can, limitOn, sees } from "@stsphera/rbac";
import { z } from "zod";
import {
  allOf,
  forbidden,
  instantText,
  listText,
  notFound,
  openCursor,
  type Position,
  query,
  toPage,
} from "../../kernel/index.ts";
import { attachedTo, fileJson, withLinks } from "../../platform/attachments/index.ts";
import type { StoredPhoto } from "./fact-row.ts";
import { factSight } from "./fact-attachments.ts";

type Filters = { objectId: number; date: string | undefined };

const listStatement = ({ objectId, date }: Filters, from: Position | null, rows: number) =>
  listText(
    (asked) => `
  select j.id, j.date::text as date, j.caption, u.full_name as author,
    ${instantText("j.created_at")} as "createdAt",
    ${fileJson("photo")} as photo
  from journal_photos j
  join users u on u.id = j.author_id
  join attachments a on ${attachedTo("journal_photo", "j.id")}
  join files x on x.id = a.file_id
  where ${allOf(
    `j.object_id = ${asked(objectId, "integer")}`,
    date !== undefined && `j.date = ${asked(date, "date")}`,
    from !== null && `(j.date, j.id) < (${asked(from.value, "text")}::date, ${asked(from.id, "integer")})`,
  )}
  order by j.date desc, j.id desc
  limit ${asked(rows, "integer")}`,
  );

type Row = {
  id: number;
  date: string;
  caption: string | null;
  author: string;
  createdAt: string;
  photo: StoredPhoto;
};

/** Photos of an object's days that belong to no entry. */
export const listJournal = query({
  name: "journal.list",
  permissions: ["fact.view"],
  input: z.strictObject({ objectId: id, ...listJournalQuery.shape }),
  read: async (ctx, { objectId, date, cursor, limit }): Promise<JournalPage> => {
    const target = { objectId };
    if (!sees(ctx.actor, objectId)) throw notFound();
    if (!can(ctx.actor, "fact.view", target)) throw forbidden("fact.view");
    if (limitOn(ctx.actor, "fact.view", target) === "confirmed_only")
      throw forbidden("fact.view", "shifts_not_to_observers");
    const listing = { list: "journal.list", objectId, date };
    const at = openCursor(cursor, listing);
    const { text, params } = listStatement({ objectId, date }, at, limit + 1);
    const rows = await ctx.db.read<Row>(text, params);
    const page = toPage(rows, limit, listing, (row) => row.date);
    const sight = factSight({ objectId, status: null });
    return { ...page, items: page.items.map((row) => ({ ...row, photo: withLinks(ctx, sight, row.photo) })) };
  },
});
