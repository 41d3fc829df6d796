import { z } from "zod";
import { ALERT_WAYS } from "../operations/vocabulary.ts";
import { pageOf, pageQuery } from "../shared/page.ts";
import { id, instant } from "../shared/scalars.ts";

/** A place in the Mini App that a need leads to. */
const place = z.string().nullable();

export const systemHealth = z
  .object({
    conditions: z.array(
      z.object({
        name: z.string(),
        state: z.enum(["good", "bad", "unknown"]),
        caption: z.string(),
        text: z.string(),
        act: z.string().nullable().meta({ description: "What to do; null when nothing" }),
        place,
      }),
    ),
    alerts: z
      .object({
        ways: z.array(
          z.object({
            way: z.enum(["telegram", ...ALERT_WAYS]),
            isSet: z.boolean(),
            test: z.enum(["waits", "sent", "failed"]).nullable(),
            error: z.string().nullable(),
          }),
        ),
        testedAt: instant.nullable(),
      })
      .meta({ description: "The ways that alerts take, and what came of the newest test" }),
    facts: z.array(z.object({ name: z.string(), caption: z.string(), text: z.string() })),
    needs: z
      .array(z.object({ name: z.string(), text: z.string(), place }))
      .meta({ description: "What the administrator has to do, the most urgent first" }),
  })
  .meta({ id: "SystemHealth" });
export type SystemHealth = z.infer<typeof systemHealth>;

export const alertTested = z.object({ id: z.int() }).meta({ id: "AlertTested" });

/** A message that Telegram rejected for good. */
export const failedDelivery = z
  .object({
    id: z.int(),
    at: instant,
    person: z.object({ id, fullName: z.string() }).nullable(),
    title: z.string().nullable(),
    error: z.string().nullable(),
    rungAt: instant.nullable().meta({ description: "When it rang in a browser of the person instead" }),
    mayRepeat: z.boolean().meta({ description: "False when the person blocked the bot or the text is gone" }),
  })
  .meta({ id: "FailedDelivery" });
export type FailedDelivery = z.infer<typeof failedDelivery>;
export const failedDeliveryPage = pageOf(failedDelivery).meta({ id: "FailedDeliveryPage" });
export const listFailedDeliveriesQuery = z.strictObject({ ...pageQuery });
export const repeatedDelivery = z.object({ id: z.int() }).meta({ id: "RepeatedDelivery" });
