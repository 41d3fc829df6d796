import { z } from "zod";
import { isTimeZone } from "./local-day.ts";

/** An IANA time zone by name: bare offsets, which PostgreSQL reads with the other sign, are refused. */
export const timeZoneName = z
  .string()
  .max(64)
  .refine((name) => /^[A-Za-z]/.test(name) && isTimeZone(name), { error: "time_zone" });
