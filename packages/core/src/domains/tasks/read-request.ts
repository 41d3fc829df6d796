import type { RescheduleRequest } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "../../kernel/index.ts";

const { rescheduleRequests, users } = schema;

/** A request with the names of requester and decider, read inside a command. */
export async function readRequest(tx: Tx, requestId: number): Promise<RescheduleRequest> {
  const decider = alias(users, "decider");
  const [row] = await tx
    .select({ request: rescheduleRequests, asked: users.fullName, decided: decider.fullName })
    .from(rescheduleRequests)
    .innerJoin(users, eq(users.id, rescheduleRequests.requestedBy))
    .leftJoin(decider, eq(decider.id, rescheduleRequests.decidedBy))
    .where(eq(rescheduleRequests.id, requestId));
  if (row === undefined) throw new Error("a request that was just written is not there");
  const { requestedBy, decidedBy, decidedAt, createdAt, objectId: _objectId, ...request } = row.request;
  return {
    ...request,
    requestedBy: { id: requestedBy, fullName: row.asked },
    decidedBy: decidedBy === null ? null : { id: decidedBy, fullName: row.decided ?? "" },
    decidedAt: decidedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}
