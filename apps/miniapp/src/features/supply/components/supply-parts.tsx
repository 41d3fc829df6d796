import type { SupplyCard, SupplyLine } from "@stsphera/contracts";
import { dayInWords, shortName, withUnit } from "@stsphera/contracts/format";
import { DISCREPANCY_CAPTIONS } from "@stsphera/contracts/supply/captions";
import { PhotoStrip } from "../../../kit/photos/photo-strip.tsx";
import { serverNow } from "../../../shared/api/server-clock.ts";
import { dayOf } from "../../../shared/format/times.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { Mark } from "../../../shared/ui/mark.tsx";
import { supplyWords } from "../supply-words.ts";

/** What of a line is ordered, shipped, received and left; what is nothing is not said. */
function LineCard({ line }: { line: SupplyLine }) {
  const words = useWords(supplyWords);
  const locale = useLocale();
  const { name, code, quantity, unit, shipped, received, rest, onWay, waived } = line;
  const flow = (
    [
      [words.shipped, shipped],
      [words.received, received],
      [words.onWay, onWay],
      [words.waived, waived],
      ...(shipped === "0" ? [] : ([[words.left, rest]] as const)),
    ] as const
  ).filter(([, value]) => value !== "0");
  return (
    <div className="card stack" data-testid="supply-line">
      <span className="spread">
        <b>{[code, name].filter(Boolean).join(" · ")}</b>
        <span className="tabular">{withUnit(quantity, unit, locale)}</span>
      </span>
      {flow.length > 0 && (
        <span className="muted tabular">
          {flow.map(([what, value]) => `${what} ${withUnit(value, unit, locale)}`).join(" · ")}
        </span>
      )}
    </div>
  );
}

export function SupplyLines({ order }: { order: SupplyCard }) {
  const words = useWords(supplyWords);
  return (
    <section className="section">
      <h2 className="cap">{words.lines}</h2>
      {order.lines.map((line) => (
        <LineCard key={line.id} line={line} />
      ))}
    </section>
  );
}

/** Every day that was promised, once there are two. */
export function Promises({ order: { promises } }: { order: SupplyCard }) {
  const words = useWords(supplyWords);
  const locale = useLocale();
  if (promises.length < 2) return null;
  const today = dayOf(serverNow());
  return (
    <section className="section" data-testid="supply-promises">
      <h2 className="cap">{words.promises}</h2>
      {promises.map(({ promisedOn, reason, by, at }) => (
        <div key={at} className="card stack">
          <b>{dayInWords(promisedOn, today, locale)}</b>
          <span className="muted">{[reason, shortName(by.fullName)].filter(Boolean).join(" · ")}</span>
        </div>
      ))}
    </section>
  );
}

/** What came and when, with the photos of the waybill. */
export function Receipts({ order: { receipts }, onExpired }: { order: SupplyCard; onExpired: () => void }) {
  const words = useWords(supplyWords);
  const locale = useLocale();
  const standing = receipts.filter(({ undoneAt }) => undoneAt === null);
  if (standing.length === 0) return null;
  const today = dayOf(serverNow());
  return (
    <section className="section" data-testid="supply-receipts">
      <h2 className="cap">{words.receipts}</h2>
      {standing.map(({ id, by, at, lines, files }) => (
        <div key={id} className="card stack">
          <span className="spread">
            <b>{dayInWords(dayOf(at), today, locale)}</b>
            <span className="muted">{shortName(by.fullName)}</span>
          </span>
          {lines.map(({ name, unit, papers, counted }) => (
            <span key={name} className="muted tabular">
              {name} · {words.counted(withUnit(counted, unit, locale), withUnit(papers, unit, locale))}
            </span>
          ))}
          <PhotoStrip
            title={words.receipts}
            photos={files.map((file) => ({ ...file, caption: file.name }))}
            onExpired={onExpired}
            testId={`receipt-photo-${id}`}
          />
        </div>
      ))}
    </section>
  );
}

/** What was missing of receipts, and what became of it. */
export function Differences({ order: { discrepancies } }: { order: SupplyCard }) {
  const words = useWords(supplyWords);
  const locale = useLocale();
  if (discrepancies.length === 0) return null;
  return (
    <section className="section" data-testid="supply-differences">
      <h2 className="cap">{words.differences}</h2>
      {discrepancies.map(({ id, name, quantity, unit, status, reason }) => (
        <div key={id} className="card stack">
          <span className="spread">
            <b>{name}</b>
            <Mark tone={status === "open" || status === "claimed" ? "red" : "muted"}>
              {DISCREPANCY_CAPTIONS[locale][status]}
            </Mark>
          </span>
          <span className="muted tabular">
            {[words.missing(withUnit(quantity, unit, locale)), reason].filter(Boolean).join(" · ")}
          </span>
        </div>
      ))}
    </section>
  );
}
