import type { Fact, FactForm, ObjectCard } from "@stsphera/contracts";
import { type Shift, SHIFTS } from "@stsphera/contracts/vocabulary";
import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { useQueryState } from "../../../kit/use-query-state.ts";
import { queryKeys } from "../../../shared/api/query-keys.ts";
import { useSession } from "../../../shared/api/session.ts";
import { getFactForm } from "../../../shared/requests/get-fact-form.ts";
import { getObject } from "../../../shared/requests/get-object.ts";
import { dayIn } from "../../../shared/format/day-in.ts";
import { useQuiet } from "../../../shared/use-quiet.ts";
import { listFacts } from "../../../shared/requests/list-facts.ts";
import { formOfDay, todayAt } from "./form-of-day.ts";
import { useNow } from "./use-now.ts";

const EVERY_MS = 15_000;
const FORM_EVERY_MS = 30_000;
const SOON_MS = 3_000;
/** Who may enter facts on some object; the object itself then says whether on this one. */
const ENTERS = new Set([
  "construction_itr",
  "installer",
  "geodesist",
  "production",
  "project_manager",
  "admin",
]);

const isMakingPhotos = (facts: readonly Fact[] | undefined) =>
  facts?.some((fact) =>
    fact.photos.some((photo) => photo.status === "awaiting" || photo.status === "stored"),
  ) ?? false;

function useEnters(card: ObjectCard | undefined): boolean {
  const session = useSession();
  if (card !== undefined) return card.can.enterFact;
  return session.kind === "active" && ENTERS.has(session.user.role ?? "");
}

/** The form with all other lines: many, so they are asked for once the day's own are drawn. */
function useWithOthers(objectId: number, shown: UseQueryResult<FactForm>): UseQueryResult<FactForm> {
  const { data } = shown;
  const date = data?.date ?? "";
  const shift = data?.shift ?? "day";
  const isQuiet = useQuiet(data !== undefined);
  const others = useQuery({
    queryKey: queryKeys.otherLines(objectId, date, shift),
    queryFn: () => getFactForm(objectId, date, { shift, others: true }),
    enabled: isQuiet && data !== undefined && data.othersCount > 0,
  });
  const whole = others.data;
  return useMemo(() => {
    if (data === undefined || whole === undefined) return shown;
    const known = new Set(data.lines.map(({ floorVolumeId }) => floorVolumeId));
    const left = [...whole.others, ...whole.lines].filter(({ floorVolumeId }) => !known.has(floorVolumeId));
    return { ...shown, data: { ...data, others: left } } as typeof shown;
  }, [shown, data, whole]);
}

/** The day and the shift that the address names: they outlive going back, reading anew and a link. */
function useAddress() {
  const { get, set } = useQueryState();
  const shift = SHIFTS.find((one) => one === get("shift")) ?? null;
  return { chosen: dayIn(`?day=${get("day")}`), shift, set };
}

/** All that a day of facts needs: the object, the form for those who enter, the entries that stand. */
export function useDay(objectId: number) {
  const { chosen, shift, set } = useAddress();
  const now = useNow();
  const card = useQuery({ queryKey: queryKeys.object(objectId), queryFn: () => getObject(objectId) });
  const enters = useEnters(card.data);
  const formOf = (date: string | null, shift: Shift | null, enabled: boolean) => ({
    queryKey: queryKeys.factForm(objectId, date, shift),
    queryFn: () => getFactForm(objectId, date, { shift }),
    enabled,
    // What others enter, and what is returned meanwhile, is seen without leaving the page.
    refetchInterval: FORM_EVERY_MS,
  });
  const first = useQuery(formOf(null, null, enters));
  const read = first.data;
  const today = read === undefined ? card.data?.today : todayAt(read, now);
  const usual = read !== undefined && read.date !== read.today ? read.date : today;
  const date = chosen ?? usual;
  // The address may name any day; one that is still to come has neither a form nor entries.
  const isAhead = date !== undefined && today !== undefined && date > today;
  const isOpen = date !== undefined && !isAhead && first.data !== undefined && date >= first.data.earliest;
  const kept = useMemo(
    () =>
      read === undefined || date === undefined || today === undefined ? null : formOfDay(read, date, today),
    [read, date, today],
  );
  const isFirst =
    (kept !== null || (read === undefined && chosen === null)) && (shift === null || shift === read?.shift);
  const other = useQuery(formOf(date ?? null, shift, enters && isOpen && !isFirst));
  const ofFirst = kept === null || kept === read ? first : ({ ...first, data: kept } as typeof first);
  const shown: typeof first = isFirst ? ofFirst : other;
  const isBehind = read !== undefined && read.today !== today;
  const { refetch } = first;
  useEffect(() => {
    if (isBehind) void refetch();
  }, [isBehind, refetch]);
  const form = useWithOthers(objectId, shown);
  const facts = useQuery({
    queryKey: queryKeys.facts(objectId, date ?? ""),
    queryFn: () => listFacts(objectId, date ?? "", date === today),
    enabled: date !== undefined && !isAhead,
    refetchInterval: (query) => (isMakingPhotos(query.state.data?.items) ? SOON_MS : EVERY_MS),
  });
  const isClosed = enters && first.data !== undefined && !isOpen;
  // A form of another day is asked for once the first is there.
  const awaitsForm =
    enters && !isClosed && form.data === undefined && form.error === null && first.error === null;
  const choose = (day: string) => set({ day: day === usual ? "" : day, shift: "" });
  const chooseShift = (next: Shift) => set({ shift: next });
  return {
    card,
    form,
    facts,
    enters,
    date,
    today,
    isAhead,
    isClosed,
    awaitsForm,
    isOver: date !== today && !isAhead,
    choose,
    chooseShift,
  };
}
