import { type Approval, type ApprovalPage, listMyApprovalsQuery } from "@stsphera/contracts";
import { can } from "@stsphera/rbac";
import { formatDeepLink } from "@stsphera/telegram";
import { forbidden, invalidField, openCursor, personOf, query, toPage } from "../../kernel/index.ts";
import { type ApprovalRow, APPROVALS, DEPUTYS_APPROVALS } from "./read-approvals.ts";
import { whatIDecide } from "./what-i-decide.ts";

const ACTIONS: Readonly<Record<Approval["kind"], Approval["actions"]>> = {
  task_to_take: [
    { key: "take", to: "in_progress" },
    { key: "decline", to: "new" },
  ],
  task_to_judge: [
    { key: "accept", to: "done" },
    { key: "return", to: "in_progress" },
  ],
  reschedule: [
    { key: "approve", to: "approved" },
    { key: "refuse", to: "refused" },
  ],
  fact_days: [{ key: "open" }],
  person: [
    { key: "approve", to: "active" },
    { key: "refuse", to: "rejected" },
  ],
};

const POSITION = /^(-?infinity|\d{4}-\d\d-\d\d) (-infinity|\d{4}-\d\d-\d\dT[\d:.]{12}Z) ([a-z_]*)$/;
const START = "-infinity -infinity ";

/** Everything that waits for the asker's decision, the most urgent first; what he has decided is gone. */
export const listMyApprovals = query({
  name: "approval.list",
  permissions: ["profile.edit"],
  input: listMyApprovalsQuery,
  read: async (ctx, { limit, cursor, kind }): Promise<ApprovalPage> => {
    const actor = personOf(ctx);
    if (!can(actor, "profile.edit")) throw forbidden("profile.edit");
    const at = openCursor(cursor, { kind });
    const [, day, since, after] = POSITION.exec(at?.value ?? START) ?? [];
    if (day === undefined) throw invalidField("cursor", "cursor_broken");
    const { takes, judges, gave, reschedules, confirms, confirmsAll, people, inPlaceOf } = whatIDecide(actor);
    const rows = await ctx.db.read<ApprovalRow>(inPlaceOf === null ? APPROVALS : DEPUTYS_APPROVALS, [
      ctx.now.toISOString(),
      actor.id,
      takes.everywhere,
      takes.objectIds,
      judges,
      gave.everywhere,
      gave.objectIds,
      reschedules,
      confirms,
      confirmsAll,
      people,
      kind ?? null,
      day,
      since,
      after,
      at?.id ?? 0,
      limit + 1,
      ...(inPlaceOf === null
        ? []
        : [inPlaceOf.judges, inPlaceOf.gave, inPlaceOf.reschedules, inPlaceOf.confirms]),
    ]);
    const places = rows.map((row) => ({ id: row.keyId, row }));
    const placeOf = ({ byDay, keySince, kind: itsKind }: ApprovalRow) => `${byDay} ${keySince} ${itsKind}`;
    const page = toPage(places, limit, { kind }, ({ row }) => placeOf(row));
    return { ...page, items: page.items.map(({ row }) => present(row)) };
  },
});

function present({ byDay: _byDay, keySince: _keySince, keyId: _keyId, ...row }: ApprovalRow): Approval {
  return { ...row, deepLink: deepLinkOf(row), actions: ACTIONS[row.kind] };
}

function deepLinkOf({ taskId, objectId }: Pick<Approval, "taskId" | "objectId">): string | null {
  if (taskId !== null) return formatDeepLink({ kind: "task", id: taskId });
  return objectId === null ? null : formatDeepLink({ kind: "object", id: objectId, section: "fact" });
}
