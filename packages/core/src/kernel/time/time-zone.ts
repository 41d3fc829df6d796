import { z } from "zod";
import { isTimeZone } from "./local-day.ts";

const AREAS =
  /^(UTC$|(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Etc|Europe|Indian|Pacific)\/)/i;

/**
 * An IANA time zone of the form Area/Place. Bare offsets are refused because PostgreSQL reads them with the opposite
 * sign; legacy names (`AGT`, `BST`, `US/Pacific-New`) because PostgreSQL does not know them or takes them for another
 * zone.
 */
export const timeZoneName = z
  .string()
  .max(64)
  .refine((name) => AREAS.test(name) && isTimeZone(name), { error: "time_zone" });
