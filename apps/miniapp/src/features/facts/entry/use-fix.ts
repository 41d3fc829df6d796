import type { Fact, FactForm, ReturnedEntryRef } from "@stsphera/contracts";
import { useEffect, useRef } from "react";
import { useQueryState } from "../../../kit/use-query-state.ts";
import { correctionTarget, type Target } from "./target.ts";

type Day = {
  readonly date: string | undefined;
  readonly facts: readonly Fact[] | undefined;
  readonly form: FactForm | undefined;
  readonly choose: (date: string) => void;
};

/** The correction of an entry, once the form and the entries of its day are there. */
function targetIn({ facts, form }: Day, { factId, date }: ReturnedEntryRef): Target | null {
  const fact = form?.date === date ? facts?.find(({ id }) => id === factId) : undefined;
  return fact === undefined ? null : correctionTarget(fact, form);
}

/** Opens the correction of a returned entry, which may be of another day; the address may ask for it, `?fix=12`. */
export function useFix({ date, facts, form, choose }: Day, open: (target: Target) => void) {
  const asked = useRef<ReturnedEntryRef | null>(null);
  useEffect(() => {
    const target = asked.current === null ? null : targetIn({ date, facts, form, choose }, asked.current);
    if (target === null) return;
    asked.current = null;
    open(target);
  }, [date, facts, form, choose, open]);
  const fix = (entry: ReturnedEntryRef) => {
    const target = targetIn({ date, facts, form, choose }, entry);
    if (target !== null) return open(target);
    asked.current = entry;
    choose(entry.date);
  };
  const { get, set } = useQueryState();
  const wanted = get("fix");
  useEffect(() => {
    if (form === undefined || wanted === "") return;
    // Read again, the page stays closed.
    set({ fix: "" });
    const entry = form.returned.find(({ factId }) => String(factId) === wanted);
    if (entry !== undefined) fix(entry);
  });
  return fix;
}
