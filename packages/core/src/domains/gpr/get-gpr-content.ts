import { type GprContent, id, objectGprQuery } from "@stsphera/contracts";
import { can, sees } from "@stsphera/rbac";
import { z } from "zod";
import { type Context, forbidden, notFound, query, inReach, reachParams } from "../../kernel/index.ts";
import { isChangeable } from "../objects/index.ts";
import { CONTENT_COLUMNS, type ContentRow, datedRows } from "./content-sql.ts";
import { STEPS_JSON } from "./gpr-steps.ts";

type Row = ContentRow & { steps: { undo: boolean; redo: boolean } };

const FROM = `from gpr_versions v join objects o on o.id = v.object_id`;
const COLUMNS = `select ${CONTENT_COLUMNS}, ${STEPS_JSON} as steps`;
const BY_ID = `${COLUMNS} ${FROM} where v.id = $1 and ${inReach("$3", "$4", "v")}`;
const BY_NUMBER = `${COLUMNS} ${FROM} where v.object_id = $1 and v.number = $3`;
/** The version in force, else the newest. */
const IN_FORCE = `${COLUMNS} ${FROM} where v.object_id = $1 order by v.status = 'active' desc, v.number desc limit 1`;

const readerId = ({ actor }: Context) => (actor.kind === "user" ? actor.id : 0);

function present(ctx: Context, row: Row): GprContent {
  const { steps, objectStatus, calendar: _calendar, ...stored } = row;
  const { objectId, status } = stored;
  const open = status === "draft" || status === "pending_signatures";
  const edit = open && isChangeable(objectStatus) && can(ctx.actor, "gpr.edit", { objectId });
  const inDraft = edit && status === "draft";
  return {
    ...stored,
    ...datedRows(row),
    can: { edit, undo: inDraft && steps.undo, redo: inDraft && steps.redo },
  };
}

/** All rows and links of a version, with dates, floats and the critical path. */
export const getGprContent = query({
  name: "gpr.content",
  permissions: ["gpr.view"],
  input: z.strictObject({ gprId: id }),
  read: async (ctx, { gprId }): Promise<GprContent> => {
    const [row] = await ctx.db.read<Row>(BY_ID, [
      gprId,
      readerId(ctx),
      ...reachParams(ctx.actor, "gpr.view"),
    ]);
    if (row === undefined) throw notFound();
    return present(ctx, row);
  },
});

/** The same of an object: of the version with the number, else of the one in force, else of the newest. */
export const getObjectGpr = query({
  name: "gpr.of_object",
  permissions: ["gpr.view"],
  input: z.strictObject({ objectId: id, ...objectGprQuery.shape }),
  read: async (ctx, { objectId, version }): Promise<GprContent> => {
    if (!sees(ctx.actor, objectId)) throw notFound();
    if (!can(ctx.actor, "gpr.view", { objectId })) throw forbidden("gpr.view");
    const reader = readerId(ctx);
    const [row] =
      version === undefined
        ? await ctx.db.read<Row>(IN_FORCE, [objectId, reader])
        : await ctx.db.read<Row>(BY_NUMBER, [objectId, reader, version]);
    if (row === undefined) throw notFound();
    return present(ctx, row);
  },
});
