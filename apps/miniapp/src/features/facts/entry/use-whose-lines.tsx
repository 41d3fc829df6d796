import type { FactForm } from "@stsphera/contracts";
import { FilterSelect } from "../../../kit/list/filter-select.tsx";
import { useQueryState } from "../../../kit/use-query-state.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { whoseWords } from "../whose-words.ts";

const WHOSE = ["mine", "all"] as const;

/** Who leads zones sees the lines of these first; the filter is in the address. */
export function useWhoseLines({ zones }: FactForm) {
  const words = useWords(whoseWords);
  const { choose, set } = useQueryState();
  if (zones.length === 0) return { isMine: false, select: null };
  const chosen = choose("whose", WHOSE, "mine");
  const facades = [...new Set(zones.map(({ facade }) => facade))].join(", ");
  const options = [
    { value: "mine" as const, text: words.mine(facades) },
    { value: "all" as const, text: words.all },
  ];
  const select = (
    <FilterSelect
      label={words.label}
      options={options}
      chosen={chosen}
      onChoose={(value) => set({ whose: value === "mine" ? "" : value })}
      testId="filter-whose"
    />
  );
  return { isMine: chosen === "mine", select };
}
