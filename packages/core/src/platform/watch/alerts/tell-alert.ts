import { schema } from "@stsphera/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { command, DomainError, forbidden } from "../../../kernel/index.ts";
import { CONDITION_NAMES } from "../conditions.ts";
import { insertAlert } from "./insert-alert.ts";
import { nextStep, UNTOLD } from "./next-step.ts";

const { alertStates } = schema;

/** Tells the administrators of a condition; refused when another process has told it meanwhile. */
export const tellAlert = command({
  name: "alert.tell",
  permissions: [],
  input: z.strictObject({
    name: z.enum(CONDITION_NAMES),
    state: z.enum(["good", "bad"]),
    /** The measure; null where it was never taken. */
    value: z.number().nullable(),
  }),
  load: async (tx, _ctx, { name }) => {
    await tx.insert(alertStates).values({ name }).onConflictDoNothing();
    const [row] = await tx.select().from(alertStates).where(eq(alertStates.name, name)).for("update");
    return row ?? { name, ...UNTOLD };
  },
  authorize: ({ actor, now }, told, { state }) => {
    if (actor.kind !== "system") throw forbidden();
    const { tell } = nextStep(told, state, now);
    if (tell === null) throw new DomainError("conflict");
    return tell;
  },
  execute: async (tx, { ctx: { now }, input: { name, value }, verdict: kind }) => {
    const next = { bad: kind !== "ends", differsSince: null, toldAt: now };
    await tx.update(alertStates).set(next).where(eq(alertStates.name, name));
    const { id, change, event } = await insertAlert(tx, { name, kind, value, now });
    return { result: { id, kind }, changes: [change], events: [event] };
  },
});
