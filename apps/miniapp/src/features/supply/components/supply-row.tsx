import type { SupplySummary } from "@stsphera/contracts";
import { dayInWords, formatMoney, shortName, withUnit } from "@stsphera/contracts/format";
import { supplyCode } from "@stsphera/contracts/supply/captions";
import { serverNow } from "../../../shared/api/server-clock.ts";
import { dayOf } from "../../../shared/format/times.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { Link } from "../../../shared/ui/link.tsx";
import { Mark, type MarkTone } from "../../../shared/ui/mark.tsx";
import { supplyWords } from "../supply-words.ts";
import { stateCaption } from "../../../shared/i18n/state-caption.ts";

const STATES: Readonly<Record<SupplySummary["status"], MarkTone>> = {
  draft: "muted",
  requested: "violet",
  approved: "violet",
  ordered: "green",
  shipped: "green",
  partially_received: "amber",
  delivered: "muted",
  rejected: "amber",
  cancelled: "muted",
};

export function SupplyState({ status }: Pick<SupplySummary, "status">) {
  return <Mark tone={STATES[status]}>{stateCaption("supply", status, useLocale())}</Mark>;
}

/** By when it was promised, and how late it is; before that by when it is needed; null without either. */
export function useWhen() {
  const locale = useLocale();
  const words = useWords(supplyWords);
  return ({ promisedOn, lateDays, needOn }: Pick<SupplySummary, "promisedOn" | "lateDays" | "needOn">) => {
    const today = dayOf(serverNow());
    if (lateDays > 0) return words.lateBy(lateDays);
    if (promisedOn !== null)
      return `${words.promised.toLowerCase()} ${dayInWords(promisedOn, today, locale)}`;
    return needOn === null ? null : `${words.need.toLowerCase()} ${dayInWords(needOn, today, locale)}`;
  };
}

/** An order in a list; opens it. */
export function SupplyRow({ order }: { order: SupplySummary }) {
  const locale = useLocale();
  const words = useWords(supplyWords);
  const when = useWhen()(order);
  const { id, title, quantity, unit, lineCount, amount, status, requester, stateDays, lateDays } = order;
  const facts = [
    withUnit(quantity, unit, locale),
    ...(lineCount > 1 ? [words.more(lineCount - 1)] : []),
    ...(amount === null ? [] : [formatMoney(amount, locale)]),
    shortName(requester.fullName),
  ];
  return (
    <Link to={`/supply/${id}`} className="card stack" testId={`supply-row-${id}`}>
      <span className="spread">
        <b className="task-row-title">
          {supplyCode(order, locale)} · {title}
        </b>
        <SupplyState status={status} />
      </span>
      <span className="muted tabular">{facts.join(" · ")}</span>
      <span className="spread">
        <span className="muted">{words.waits(stateDays)}</span>
        {when !== null &&
          (lateDays > 0 ? <Mark tone="red">{when}</Mark> : <span className="muted">{when}</span>)}
      </span>
    </Link>
  );
}
