import type { Fact } from "@stsphera/contracts";
import { useQuery } from "@tanstack/react-query";
import { useSession } from "../../../shared/api/session.ts";
import { queryKeys } from "../../../shared/api/query-keys.ts";
import { sayDay } from "../../../shared/format/say-day.ts";
import { factsWords } from "../../../shared/i18n/facts-words.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { Chip, Chips } from "../../../shared/ui/chip.tsx";
import { listWaitingFacts } from "../api/list-waiting-facts.ts";
import { waitingDays } from "../entry/waiting-days.ts";

type Props = { facts: readonly Fact[]; date: string; onChoose: (date: string) => void };

/** What waits for the reader on all days; asked of those who confirm. */
export const useWaitingFacts = (objectId: number, enabled: boolean) =>
  useQuery({
    queryKey: queryKeys.facts(objectId, "submitted"),
    queryFn: () => listWaitingFacts(objectId),
    enabled,
  });

/** For those who confirm: the other days that still wait for them, one tap away. */
export function WaitingDays({ facts, date, onChoose }: Props) {
  const words = useWords(factsWords);
  const locale = useLocale();
  const session = useSession();
  const days = waitingDays(facts, date, session.kind === "active" ? session.user.id : null);
  if (days.length === 0) return null;
  return (
    <section className="section" data-testid="waiting-days">
      <h2 className="cap">{words.otherDays}</h2>
      <Chips label={words.otherDays}>
        {days.map((day) => (
          <Chip key={day.date} onPress={() => onChoose(day.date)} testId={`waiting-${day.date}`}>
            {sayDay(day.date, locale, "weekday")} · {day.count}
          </Chip>
        ))}
      </Chips>
    </section>
  );
}
