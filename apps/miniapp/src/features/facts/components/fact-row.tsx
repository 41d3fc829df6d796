import type { Fact } from "@stsphera/contracts";
import {
  formatPercent,
  formatQuantity,
  formatSigned,
  doerName,
  shortName,
  withUnit,
} from "@stsphera/contracts/format";
import type { Locale } from "@stsphera/contracts/vocabulary";
import { clockOf } from "../../../shared/format/times.ts";
import { sayDay } from "../../../shared/format/say-day.ts";
import { factsWords, type FactsWords } from "../../../shared/i18n/facts-words.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { Mark, type MarkTone } from "../../../shared/ui/mark.tsx";
import { crewName } from "../../../shared/facts/crew-name.ts";
import { deviationOfFact } from "../entry/deviation.ts";
import { PhotoStrip } from "../../../kit/photos/photo-strip.tsx";
import { isGone } from "../../../shared/facts/is-gone.ts";
import { lineName } from "../entry/target.ts";
import { FactActions } from "./fact-actions.tsx";
import "./fact-row.css";

type Props = {
  fact: Fact;
  onCorrect: (fact: Fact) => void;
  onExpired: () => void;
};

const STATUS_TONES: Record<Fact["status"], MarkTone> = {
  parked: "violet",
  submitted: "muted",
  confirmed: "green",
  returned: "amber",
};

function statusWord(fact: Fact, words: FactsWords): string {
  if (fact.kind === "reversal") return words.reversal;
  if (fact.reversedById !== null) return words.reversed;
  return fact.kind === "opening" ? words.opening : words.status[fact.status];
}

function Marks({ fact }: { fact: Fact }) {
  const words = useWords(factsWords);
  const locale = useLocale();
  const deviation = deviationOfFact(fact);
  const told = (quantity: string) => formatQuantity(quantity, locale);
  const why = fact.planReason ? ` · ${fact.planReason.text ?? words.planReasons[fact.planReason.code]}` : "";
  const share =
    !deviation || deviation.pct === null || Number(deviation.pct) === 0
      ? ""
      : ` (${formatPercent(deviation.pct, 0, locale)})`;
  return (
    <span className="fact-row-marks">
      {deviation && (
        <span data-testid="deviation">
          <Mark tone={deviation.tone}>
            {Number(deviation.quantity) === 0
              ? words.onPlan
              : `${formatSigned(deviation.quantity, locale)}${share} · ${words.plan(told(fact.planQty ?? "0"))}`}
            {why}
          </Mark>
        </span>
      )}
      {fact.overPlan && <Mark tone="amber">{words.overPlan}</Mark>}
      {fact.dayOff && <Mark tone="muted">{words.dayOff}</Mark>}
      {fact.photoDue && <Mark tone="amber">{words.noPhoto}</Mark>}
    </span>
  );
}

/** Who made the entry, and whom they stood in for. */
const authorOf = ({ author, onBehalfOf }: Fact, locale: Locale): string =>
  doerName({ name: author.fullName, behalf: onBehalfOf?.fullName }, locale);

/** The photos of an entry with who took them and when. */
const photosOf = (fact: Fact, noGeo: string, locale: Locale) =>
  fact.photos.map((photo) => {
    const at = `${sayDay(fact.date, locale)}, ${clockOf(photo.takenAt ?? fact.createdAt)}`;
    return { ...photo, caption: `${shortName(fact.author.fullName)}, ${at} · ${noGeo}` };
  });

/** One entry of the ledger: the figure, how it lies to the plan, who and when, its photos, what may be done. */
export function FactRow({ fact, onCorrect, onExpired }: Props) {
  const words = useWords(factsWords);
  const locale = useLocale();
  const gone = isGone(fact);
  const quantity = withUnit(fact.quantity, fact.workType.unit, locale);
  const who = [
    ...(fact.crew ? [crewName(fact.crew)] : []),
    ...(fact.workers === null ? [] : [words.people(fact.workers)]),
    ...(fact.hours === null ? [] : [words.hours(formatQuantity(fact.hours, locale))]),
    `${authorOf(fact, locale)}, ${clockOf(fact.createdAt)}`,
  ];
  return (
    <li
      className={`card stack${gone ? " fact-row-gone" : ""}`}
      data-testid={`fact-row-${fact.id}`}
      data-status={fact.status}
    >
      <span className="spread">
        <b>{lineName(fact)}</b>
        <span className="figure">{quantity}</span>
      </span>
      <Marks fact={fact} />
      <span className="spread">
        <span className="dim tabular">{who.join(" · ")}</span>
        <Mark tone={gone ? "muted" : STATUS_TONES[fact.status]}>{statusWord(fact, words)}</Mark>
      </span>
      {fact.returnReason !== null && <span className="muted">{fact.returnReason}</span>}
      {fact.notes !== null && fact.notes !== "" && <span className="muted">{fact.notes}</span>}
      <PhotoStrip
        title={lineName(fact)}
        photos={photosOf(fact, words.noGeo, locale)}
        onExpired={onExpired}
        testId="fact-photo"
      />
      {!gone && (
        <FactActions fact={fact} what={`${lineName(fact)}, ${quantity}`} onCorrect={() => onCorrect(fact)} />
      )}
    </li>
  );
}
