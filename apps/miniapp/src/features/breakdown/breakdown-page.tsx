import type { ObjectBreakdown } from "@stsphera/contracts";
import { useQuery } from "@tanstack/react-query";
import { useQueryState } from "../../kit/use-query-state.ts";
import { FilterChips } from "../../kit/list/filter-chips.tsx";
import { queryKeys } from "../../shared/api/query-keys.ts";
import { useWords } from "../../shared/i18n/locale.ts";
import { NoticeBlock } from "../../shared/ui/notice-block.tsx";
import { PageHeader } from "../../shared/ui/page-header.tsx";
import { QueryView } from "../../shared/ui/query-view.tsx";
import { getObjectBreakdown } from "./api/get-object-breakdown.ts";
import { breakdownWords } from "./breakdown-words.ts";
import { DeviationWhy } from "./components/deviation-why.tsx";
import { ForecastWhy } from "./components/forecast-why.tsx";
import { ProgressWhy } from "./components/progress-why.tsx";
import "./breakdown-page.css";

const NUMBERS = ["forecast", "deviation", "progress"] as const;

function Content({ breakdown }: { breakdown: ObjectBreakdown }) {
  const words = useWords(breakdownWords);
  const { choose, set } = useQueryState();
  // Observers are shown no forecast: their first number is the deviation.
  const numbers = NUMBERS.filter((of) => of !== "forecast" || breakdown.forecast !== undefined);
  const of = choose("of", numbers, numbers[0] ?? "deviation");
  if (breakdown.works.length === 0) return <NoticeBlock title={words.nothing} testId="empty" />;
  return (
    <>
      <section className="section">
        <FilterChips
          label={words.questions}
          options={numbers.map((value) => ({ value, text: words.of[value] }))}
          chosen={of}
          onChoose={(value) => set({ of: value })}
        />
      </section>
      {of === "forecast" && <ForecastWhy breakdown={breakdown} />}
      {of === "deviation" && <DeviationWhy breakdown={breakdown} />}
      {of === "progress" && <ProgressWhy breakdown={breakdown} />}
    </>
  );
}

/** Why: what a number of an object is made of, and where each part of it leads. */
export default function BreakdownPage({ id }: { id: number }) {
  const query = useQuery({
    queryKey: queryKeys.objectBreakdown(id),
    queryFn: () => getObjectBreakdown(id),
  });
  return (
    <QueryView query={query}>
      {(breakdown) => (
        <>
          <PageHeader title={breakdown.object.name} />
          <Content breakdown={breakdown} />
        </>
      )}
    </QueryView>
  );
}
