import { z } from "zod";
import { isTimeZone } from "./local-day.ts";

const AREAS =
  /^(UTC$|(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Etc|Europe|Indian|Pacific)\/)/i;

/**
 * An IANA time zone by area and place. Refused are bare offsets, which PostgreSQL reads with the other sign, and the old
 * names of this runtime (`AGT`, `BST`, `US/Pacific-New`), which it does not know or takes for another zone.
 */
export const timeZoneName = z
  .string()
  .max(64)
  .refine((name) => AREAS.test(name) && isTimeZone(name), { error: "time_zone" });
