import { type Approval, type ApprovalPage, listMyApprovalsQuery } from "@stsphera/contracts";
import { can, reachOver, type UserActor } from "@stsphera/rbac";
import { formatDeepLink } from "@stsphera/telegram";
import {
  brokenCursor,
  forbidden,
  isPositionOf,
  type Listing,
  openCursor,
  personOf,
  query,
  toPage,
} from "../../kernel/index.ts";
import type { DecisionSource } from "./decision-source.ts";
import { peopleOf, reachOf } from "./reach.ts";
import { type ApprovalRow, approvalsText, type Place } from "./read-approvals.ts";

const POSITION = /^(\S+) (\S+) ([a-z_]+)$/;

/** Everything that waits for the actor's decision, or for that of others on the actor's work; the most urgent first. */
export function approvalsQuery(sources: readonly DecisionSource[]) {
  const decidedBy = sources.flatMap((source) => source.decidedBy);
  const sourceOf = new Map(sources.map((source) => [source.entityType, source]));
  return query({
    name: "approval.list",
    permissions: ["profile.edit"],
    input: listMyApprovalsQuery,
    read: async (ctx, { limit, cursor, kind, side }): Promise<ApprovalPage> => {
      const actor = personOf(ctx);
      if (!can(actor, "profile.edit")) throw forbidden("profile.edit");
      const listing = { list: "approval.list", kind, side };
      const { text, params } = approvalsText(sources, {
        now: ctx.now,
        people: peopleOf(actor),
        reach: reachOf(actor, decidedBy),
        ...(side === "others" ? { handedIn: seenBy(actor) } : {}),
        kind,
        after: openPlace(cursor, listing),
        rows: limit + 1,
      });
      const rows = await ctx.db.read<ApprovalRow>(text, params);
      const places = rows.map((row) => ({ id: row.sortId, row }));
      const page = toPage(places, limit, listing, ({ row }) => placeOf(row));
      return {
        ...page,
        items: page.items.map(({ row }) => present(row, sourceOf.get(row.entityType), side === "mine")),
      };
    },
  });
}

/** Objects whose tasks and facts the actor sees now. */
function seenBy(actor: UserActor): { objectIds: readonly number[] | null } {
  const { everywhere, objectIds } = reachOver(actor, "task.view");
  return { objectIds: everywhere ? null : objectIds };
}

function openPlace(cursor: string | undefined, listing: Listing): Place | null {
  const at = openCursor(cursor, listing);
  if (at === null) return null;
  const [, day, since, itsKind] = POSITION.exec(at.value ?? "") ?? [];
  if (day === undefined || since === undefined || itsKind === undefined) throw brokenCursor();
  if (!isPositionOf("date", day) || !isPositionOf("timestamptz", since)) throw brokenCursor();
  return { day, since, kind: itsKind, id: at.id };
}

const placeOf = ({ sortDay, sortSince, kind }: ApprovalRow) => `${sortDay} ${sortSince} ${kind}`;

/** Defaults of fields that a thing does not have; its title is then that of its object. */
const NOTHING_OF_ITS_OWN = { text: null, who: null, taskId: null, gprId: null, toDay: null, version: null };

function present(row: ApprovalRow, source: DecisionSource | undefined, decides: boolean): Approval {
  const { entityType: _type, sortDay: _day, sortSince: _since, sortId: _id, shown, ...common } = row;
  const item = { ...common, title: row.objectName ?? "", ...NOTHING_OF_ITS_OWN, ...shown };
  const link = source?.linkOf?.(item) ?? null;
  return {
    ...item,
    deepLink: link === null ? null : formatDeepLink(link),
    actions: decides ? (source?.actions[row.kind] ?? []) : [],
  };
}
