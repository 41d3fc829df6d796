import type { ExtraSummary } from "@stsphera/contracts";
import { EXTRA_STAGE_CAPTIONS } from "@stsphera/contracts/extra-works/captions";
import { formatMoney, withUnit } from "@stsphera/contracts/format";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { Link } from "../../../shared/ui/link.tsx";
import { Mark, type MarkTone } from "../../../shared/ui/mark.tsx";
import { extraWords } from "../extra-words.ts";
import { stateCaption } from "../../../shared/i18n/state-caption.ts";

const TONES: Readonly<Record<ExtraSummary["status"], MarkTone>> = {
  reported: "violet",
  accepted: "green",
  rejected: "muted",
};
/** Days after which a work that is only said is shown in amber: nobody pays without a written notice. */
const LONG = 3;

export function ExtraState({ status }: Pick<ExtraSummary, "status">) {
  const locale = useLocale();
  return <Mark tone={TONES[status]}>{stateCaption("extra", status, locale)}</Mark>;
}

/** «на словах · 4 дн.» */
export function useWay() {
  const words = useWords(extraWords);
  const locale = useLocale();
  return ({ stage, ageDays }: Pick<ExtraSummary, "stage" | "ageDays">): string => {
    const caption = EXTRA_STAGE_CAPTIONS[locale][stage];
    return stage === "presented" ? caption : `${caption} · ${words.age(ageDays)}`;
  };
}

/** An extra work in a list; opens it. */
export function ExtraRow({ extra, withObject = false }: { extra: ExtraSummary; withObject?: boolean }) {
  const locale = useLocale();
  const way = useWay();
  const { id, title, quantity, unit, place, status, stage, ageDays, price } = extra;
  const facts = [...(withObject ? [extra.objectName] : []), withUnit(quantity, unit, locale), place];
  if (price !== null) facts.push(formatMoney(price, locale));
  const isLate = stage === "verbal" && status !== "rejected" && ageDays >= LONG;
  return (
    <Link to={`/extras/${id}`} className="card stack" testId={`extra-row-${id}`}>
      <span className="spread">
        <b className="task-row-title">{title}</b>
        <ExtraState status={status} />
      </span>
      <span className="muted">{facts.join(" · ")}</span>
      {isLate ? <Mark tone="amber">{way(extra)}</Mark> : <span className="muted">{way(extra)}</span>}
    </Link>
  );
}
