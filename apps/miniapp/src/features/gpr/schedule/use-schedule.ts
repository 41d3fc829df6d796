import type { GprComparison, GprContent } from "@stsphera/contracts";
import { dayOf as dayOfNumber } from "@stsphera/schedule";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { queryKeys } from "../../../shared/api/query-keys.ts";
import { get } from "../../../shared/api/request.ts";
import { compareGpr, getGpr, getGprRows } from "../api/gpr-requests.ts";
import { useThing } from "../../../kit/entity/use-thing.ts";
import { boardRowsOf, spanOf } from "./model/board-rows.ts";
import { dayRuleOf, partsOf } from "./model/calendar.ts";

/** Others edit a draft, too; what is signed does not change. */
const EVERY_MS = 20_000;
/** Days after the last row to which it may be moved. */
const ROOM_DAYS = 120;

export const useGprCard = (id: number) => useThing(queryKeys.gpr(id), () => getGpr(id));

export const useGprRows = (id: number) =>
  useQuery({
    queryKey: queryKeys.gprRows(id),
    queryFn: () => getGprRows(id),
    refetchInterval: ({ state }) => (state.data?.can.edit === false ? false : EVERY_MS),
  });

/** Base, plan, forecast and fact, of the version in force alone. */
export const useComparison = (id: number, isInForce: boolean) =>
  useQuery({
    queryKey: queryKeys.gprComparison(id),
    queryFn: () => compareGpr(id),
    enabled: isInForce,
    refetchInterval: EVERY_MS * 3,
  });

const getCalendar = (objectId: number, from: string, to: string) =>
  get(`/api/objects/${objectId}/calendar?from=${from}&to=${to}`, (c) => c.objectCalendar);

/** The working days of an object as far as a schedule reaches; until they are read, a week of five days. */
function useDayRule(objectId: number, { first, last }: { first: number; last: number }) {
  const parts = partsOf(first, last + ROOM_DAYS).map(({ from, to }) => [dayOfNumber(from), dayOfNumber(to)]);
  const [from, to] = [parts[0]?.[0] ?? "", parts.at(-1)?.[1] ?? ""];
  const { data } = useQuery({
    queryKey: queryKeys.objectCalendar(objectId, from, to),
    queryFn: () => Promise.all(parts.map(([start = "", end = ""]) => getCalendar(objectId, start, end))),
    staleTime: 10 * 60_000,
  });
  const rule = useMemo(() => dayRuleOf(data ?? []), [data]);
  return { rule, isKnown: data !== undefined };
}

/** A version as it is drawn: its rows in the outline, its span, its working days. */
export function useBoardData(content: GprContent, comparison: GprComparison | undefined) {
  const rows = useMemo(() => boardRowsOf(content, comparison), [content, comparison]);
  const span = useMemo(() => spanOf(content, rows), [content, rows]);
  const { rule, isKnown } = useDayRule(content.objectId, span);
  return { rows, span, rule, isCalendarKnown: isKnown };
}
