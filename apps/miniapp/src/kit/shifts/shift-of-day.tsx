import { useQuery } from "@tanstack/react-query";
import { queryKeys } from "../../shared/api/query-keys.ts";
import { getShift } from "../../shared/requests/get-shift.ts";
import { ShiftFigures } from "./shift-figures.tsx";

/** The day shift of a day, which carries the figures of both of its shifts. */
export const shiftOfDay = (objectId: number, date: string, isToday = false) => ({
  queryKey: queryKeys.shift(objectId, date, "day"),
  queryFn: () => getShift(objectId, date, "day", isToday),
});

/** The figures of a day's shift for who confirms its entries; a failure leaves the entries as they are. */
export function ShiftOfDay({ objectId, date }: { objectId: number; date: string }) {
  const { data } = useQuery(shiftOfDay(objectId, date));
  if (data?.figures === undefined) return null;
  return <ShiftFigures objectId={objectId} day={date} shifts={data.figures} />;
}
