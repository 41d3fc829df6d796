import { randomUUID } from "node:crypto";
import { type Context, loadActor } from "@stsphera/core";
import type { Database } from "@stsphera/db";
import type { Permission } from "@stsphera/rbac";
import { PEOPLE, type PersonCode } from "../story/people.ts";

/** Context of the story: users act as themselves at past times. */
export type Stage = {
  db: Database;
  /** Request id of all acts; identifies seeded rows in the audit log. */
  requestId: string;
  /** The context of a user at a time, with the rights they have by then. */
  as(person: PersonCode, at: Date): Promise<Context>;
  /** The context of a system job. */
  asJob(job: string, at: Date, ...permissions: Permission[]): Context;
};

export function openStage(db: Database): Stage {
  const requestId = `seed:${randomUUID()}`;
  return {
    db,
    requestId,
    async as(person, now) {
      const actor = await loadActor(db, { telegramId: PEOPLE[person].telegramId }, now);
      if (actor === null) throw new Error(`${PEOPLE[person].fullName} has not registered yet`);
      return { db, actor, now, requestId };
    },
    asJob: (job, now, ...permissions) => ({
      db,
      actor: { kind: "system", job, permissions },
      now,
      requestId,
    }),
  };
}
