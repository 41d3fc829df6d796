import type { Stage } from "../stage/stage.ts";

/** Marks the story's events as relayed, each at its own time, so that history sends no notifications. */
export async function muteNotifications({ db, requestId }: Stage): Promise<number> {
  const told = await db.read<{ id: string }>(
    `update outbox o set relayed_at = o.created_at
     where o.relayed_at is null
       and o.command_id in (select a.command_id from audit_log a where a.request_id = $1)
     returning o.id::text as id`,
    [requestId],
  );
  return told.length;
}
