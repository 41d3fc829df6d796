import { type GprShift, id, listGprShiftsQuery, type Page } from "@stsphera/contracts";
import { type Actor, can } from "@stsphera/rbac";
import { z } from "zod";
import { instantText, notFound, openCursor, personJson, query, toPage } from "../../../kernel/index.ts";
import { answersFor } from "./answer-workflow.ts";

type StoredShift = Omit<GprShift, "answers"> & { answers: Omit<GprShift["answers"][number], "yours">[] };
type Row = { objectId: number; shifts: StoredShift[] };

/** $1 version · $2 id of the oldest shift of the previous page · $3 limit */
const STATEMENT = `
  select v.object_id as "objectId", (
    select coalesce(json_agg(json_build_object('id', s.id, 'gprId', s.gpr_id, 'objectId', s.object_id,
        'by', ${personJson("s.shifted_by")}, 'at', ${instantText("s.created_at")}, 'reason', s.reason, 'how', s.how,
        'rows', s.rows, 'chosen', s.chosen, 'moved', s.moved,
        'finish', json_build_object('before', s.finish_before, 'after', s.finish_after, 'workdays', s.finish_days),
        'answers', (select coalesce(json_agg(json_build_object('id', a.id, 'owner', ${personJson("a.owner_id")},
            'status', a.status, 'text', a.text, 'answeredBy', ${personJson("a.answered_by")},
            'answeredAt', ${instantText("a.answered_at")}, 'rows', a.moved, 'version', a.version) order by a.id), '[]')
          from gpr_answers a where a.shift_id = s.id)) order by s.id desc), '[]')
    from (select * from gpr_shifts where gpr_id = $1 and id < $2 order by id desc limit $3) s) as shifts
  from gpr_versions v where v.id = $1`;

const NEWEST = 2_147_483_647;

/** Shifts of the forecast of a version with the answers of those they touch, the newest first. */
export const listGprShifts = query({
  name: "gpr.shifts",
  permissions: ["gpr.view"],
  input: z.strictObject({ gprId: id, ...listGprShiftsQuery.shape }),
  read: async (ctx, { gprId, limit, cursor }): Promise<Page<GprShift>> => {
    const listing = { list: "gpr.shifts", gprId };
    const from = openCursor(cursor, listing);
    const [row] = await ctx.db.read<Row>(STATEMENT, [gprId, from?.id ?? NEWEST, limit + 1]);
    if (row === undefined || !can(ctx.actor, "gpr.view", { objectId: row.objectId })) throw notFound();
    const page = toPage(row.shifts, limit, listing, () => null);
    return { ...page, items: page.items.map((shift) => present(ctx.actor, shift)) };
  },
});

const present = (actor: Actor, { answers, ...shift }: StoredShift): GprShift => ({
  ...shift,
  answers: answers.map((answer) => {
    const { objectId } = shift;
    const waits = answer.status === "open";
    return { ...answer, yours: waits && answersFor(actor, { objectId, ownerId: answer.owner.id }) };
  }),
});
