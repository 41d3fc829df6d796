import { useQuery } from "@tanstack/react-query";
import { ConfirmDay } from "../../../kit/facts/confirm-day.tsx";
import { shiftOfDay } from "../../../kit/shifts/shift-of-day.tsx";
import { queryKeys } from "../../../shared/api/query-keys.ts";
import { isGone } from "../../../shared/facts/is-gone.ts";
import { listFacts } from "../../../shared/requests/list-facts.ts";
import { isSettled } from "../../../shared/ui/together.tsx";

/** «Подтвердить день» beside a day of facts, with what it leaves out; nothing where one press would confirm nothing. */
export default function WaitingDay({ objectId, date }: { objectId: number; date: string }) {
  const facts = useQuery({
    queryKey: queryKeys.facts(objectId, date),
    queryFn: () => listFacts(objectId, date),
  });
  const shift = useQuery(shiftOfDay(objectId, date));
  if (![facts, shift].every(isSettled)) return <div className="waiting-day-room" />;
  const standing = (facts.data?.items ?? []).filter((fact) => !isGone(fact));
  return <ConfirmDay objectId={objectId} date={date} facts={standing} fewest={1} />;
}
