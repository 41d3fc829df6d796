import { gprDiffQuery, type GprDiff, id } from "@stsphera/contracts";
import { diffVersions, type VersionRow } from "@stsphera/schedule/versions";
import { z } from "zod";
import { type Context, invalidField, notFound, query, inReach, reachParams } from "../../kernel/index.ts";
import { CONTENT_COLUMNS, type ContentRow, datedContent } from "./content-sql.ts";

/** $1 version · $2 the other one, or null for the newest that was sent before it. */
const BOTH = `select ${CONTENT_COLUMNS}, o.name as "objectName" from gpr_versions v join objects o on o.id = v.object_id
  where ${inReach("$3", "$4", "v")} and (v.id = $1 or v.id = coalesce($2::integer, (
    select p.id from gpr_versions p join gpr_versions t on t.id = $1
    where p.object_id = t.object_id and p.number < t.number and p.hash is not null order by p.number desc limit 1)))
  order by v.number`;

type DiffedRow = ContentRow & { objectName: string };
type Changes = GprDiff["changed"][number]["changes"];

const brief = ({ key, number, name }: VersionRow) => ({ key, number, name });

/** Two versions of an object as stored, the earlier one first, and what differs; refuses what cannot be compared. */
export async function readDiff(ctx: Context, gprId: number, other: number | undefined) {
  const seen = await ctx.db.read<DiffedRow>(BOTH, [
    gprId,
    other ?? null,
    ...reachParams(ctx.actor, "gpr.view"),
  ]);
  if (!seen.some((row) => row.id === gprId)) throw notFound();
  if (gprId === other) throw invalidField("with", "gpr_same_version");
  if (other === undefined && seen.length < 2) throw invalidField("with", "gpr_no_former");
  const [before, after] = seen;
  if (before === undefined || after === undefined || before.objectId !== after.objectId) {
    throw invalidField("with", "gpr_other_object");
  }
  const [from, to] = [datedContent(before), datedContent(after)];
  return { before, after, from, to, diff: diffVersions(from, to, to.workdays) };
}

/** What differs between two versions of an object, from the earlier to the later one. */
export const diffGpr = query({
  name: "gpr.diff",
  permissions: ["gpr.view"],
  input: z.strictObject({ gprId: id, ...gprDiffQuery.shape }),
  read: async (ctx, { gprId, with: other }): Promise<GprDiff> => {
    const { before, after, diff } = await readDiff(ctx, gprId, other);
    const people = new Map([...before.people, ...after.people].map((one) => [String(one.id), one]));
    const named = (owner: string | null) => (owner === null ? null : (people.get(owner) ?? null));
    const facades = new Map(after.facades.map(({ id: facade, name }) => [String(facade), name]));
    const facadeNamed = (facade: string | null) => (facade === null ? null : (facades.get(facade) ?? null));
    return {
      before: { id: before.id, number: before.number },
      after: { id: after.id, number: after.number },
      added: diff.added.map(brief),
      removed: diff.removed.map(brief),
      changed: diff.changed.map(({ row, changes }) => ({
        ...brief(row),
        changes: changes.map((change): Changes[number] => {
          if (change.kind === "owner") {
            return { kind: "owner", before: named(change.before), after: named(change.after) };
          }
          if (change.kind !== "facade") return change as Changes[number];
          return { kind: "facade", before: facadeNamed(change.before), after: facadeNamed(change.after) };
        }),
      })),
      finish: diff.finish,
    };
  },
});
