import { randomUUID } from "node:crypto";
import { type Context, loadActor } from "@stsphera/core";
import type { Database } from "@stsphera/db";
import type { Permission } from "@stsphera/rbac";
import { PEOPLE, type PersonCode } from "../story/people.ts";

/** Where the story is played: a person who acts does so as himself, at a moment of the past. */
export type Stage = {
  db: Database;
  /** Request id of every act: the audit log knows by it what was seeded. */
  requestId: string;
  /** The context of a person at a moment, with the rights he has by then. */
  as(person: PersonCode, at: Date): Promise<Context>;
  /** The context of a job of the system. */
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
