import type { GprComparedRow } from "@stsphera/contracts";
import { formatQuantity } from "@stsphera/contracts/format";
import { Line, Lines } from "../../../../kit/entity/lines.tsx";
import { useLocale, useWords } from "../../../../shared/i18n/locale.ts";
import { rowWords } from "../row-words.ts";
import type { RowCaptions } from "./use-row-captions.ts";

type Props = { compared: GprComparedRow; captions: RowCaptions };

/** A row of the version in force: plan, base and fact beside its forecast. */
export function RowStanding({ compared, captions }: Props) {
  const words = useWords(rowWords);
  const locale = useLocale();
  const { plan, base, fact, finishLate, heldUntil, donePct, plannedPct } = compared;
  const late = finishLate > 0 ? words.lateBy(finishLate) : null;
  const held = heldUntil === null ? null : words.held(captions.say(heldUntil));
  const facts = [
    fact.start === null ? null : words.factFrom(captions.say(fact.start)),
    fact.finish === null ? null : words.factTo(captions.say(fact.finish)),
    fact.finish !== null || fact.remaining === null ? null : words.factLeft(fact.remaining),
    fact.quantity === null
      ? null
      : words.factOf(formatQuantity(fact.quantity.fact, locale), formatQuantity(fact.quantity.plan, locale)),
  ];
  const said = (parts: readonly (string | null)[]) => parts.filter((part) => part !== null).join(" · ");
  return (
    <Lines>
      <Line label={words.plan} testId="row-plan">
        {said([captions.period(plan.start, plan.finish), late, held])}
      </Line>
      {base !== null && <Line label={words.base}>{captions.period(base.start, base.finish)}</Line>}
      {facts.some((part) => part !== null) && (
        <Line label={words.fact} testId="row-fact">
          {said(facts)}
        </Line>
      )}
      {donePct !== null && (
        <Line label={words.done}>
          {words.doneOf(String(Math.round(donePct)), String(Math.round(plannedPct ?? 0)))}
        </Line>
      )}
    </Lines>
  );
}
