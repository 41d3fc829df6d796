import { customType, integer, numeric, timestamp } from "drizzle-orm/pg-core";

/** Identity primary key. */
export const identity = () => integer().primaryKey().generatedAlwaysAsIdentity();

/** An instant in UTC with milliseconds. */
export const instant = () => timestamp({ withTimezone: true, precision: 3, mode: "date" });

/** A quantity in the unit of its work type. */
export const quantity = () => numeric({ precision: 18, scale: 3 });

/** Norm man-hours, wide enough for exact products of quantity and norm. */
export const hours = () => numeric({ precision: 20, scale: 6 });

/** Roubles and kopecks. */
export const money = () => numeric({ precision: 18, scale: 2 });

/** A Telegram id as text: it exceeds 32 bits and is never calculated with. */
export const telegramId = customType<{ data: string; driverData: string }>({
  dataType: () => "bigint",
  fromDriver: (value) => String(value),
});
