import type { FactFormLine } from "@stsphera/contracts";
import { formatQuantity, fromMilli, type Milli, toMilli } from "@stsphera/contracts/format";
import { addDays } from "../../../shared/format/times.ts";
import { factsWords } from "../../../shared/i18n/facts-words.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { hapticStep } from "../../../shared/telegram/haptics.ts";
import { Chip, Chips } from "../../../shared/ui/chip.tsx";
import { stepsFor } from "../entry/steps.ts";

/** What the day's plan still asks for; null without a plan, or when it stands already. */
function restOfPlan({ planToday, today }: FactFormLine): string | null {
  if (planToday === null) return null;
  const rest = toMilli(planToday) - toMilli(today?.quantity ?? "0");
  return rest > 0 ? fromMilli(rest) : null;
}

type Props = { line: FactFormLine; date: string; value: Milli | null; onChoose: (value: Milli) => void };

/** Ready figures: as the last time, unless that is more than is left, as planned, more, all that is left. */
export function QuantityChips({ line, date, value, onChoose }: Props) {
  const words = useWords(factsWords).chips;
  const locale = useLocale();
  const { yesterday, remaining } = line;
  const planToday = restOfPlan(line);
  const told = (quantity: string) => formatQuantity(quantity, locale);
  const choose = (quantity: Milli) => {
    hapticStep();
    onChoose(quantity);
  };
  const ready = (quantity: string) => ({
    pressed: value === toMilli(quantity),
    onPress: () => choose(toMilli(quantity)),
  });
  const wasYesterday = yesterday?.date === addDays(date, -1);
  return (
    <Chips label={words.label}>
      {yesterday && toMilli(yesterday.quantity) <= toMilli(remaining) && (
        <Chip testId="chip-yesterday" {...ready(yesterday.quantity)}>
          {(wasYesterday ? words.yesterday : words.lastTime)(told(yesterday.quantity))}
        </Chip>
      )}
      {planToday !== null && (
        <Chip testId="chip-plan" {...ready(planToday)}>
          {words.plan(told(planToday))}
        </Chip>
      )}
      {stepsFor(line).add.map((add) => (
        <Chip key={add} testId={`chip-plus${add / 1000}`} onPress={() => choose((value ?? 0) + add)}>
          +{told(fromMilli(add))}
        </Chip>
      ))}
      {toMilli(remaining) > 0 && (
        <Chip testId="chip-rest" {...ready(remaining)}>
          {words.rest(told(remaining))}
        </Chip>
      )}
    </Chips>
  );
}
