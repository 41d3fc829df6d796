import { useQuery } from "@tanstack/react-query";
import { queryKeys } from "../../shared/api/query-keys.ts";
import { getShift } from "../../shared/requests/get-shift.ts";
import { ShiftFigures } from "./shift-figures.tsx";
import { sumShift } from "./sum-shift.ts";

/** The figures of a day's shift for who confirms its entries; a failure leaves the entries as they are. */
export function ShiftOfDay({ objectId, date }: { objectId: number; date: string }) {
  const { data } = useQuery({
    queryKey: queryKeys.shift(objectId, date, "day"),
    queryFn: () => getShift(objectId, date, "day"),
  });
  if (data === undefined) return null;
  return <ShiftFigures objectId={objectId} day={date} shifts={sumShift(data)} />;
}
