import type { FactForm } from "@stsphera/contracts";
import { findLines } from "@stsphera/contracts/facts/find-lines";
import { formatQuantity, withUnit } from "@stsphera/contracts/format";
import { useState } from "react";
import { factsWords } from "../../../shared/i18n/facts-words.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { Sheet } from "../../../shared/ui/sheet.tsx";
import { lineName, lineTarget, type Target } from "../entry/target.ts";

const MAX_SHOWN = 40;

type Props = { form: FactForm; onOpen: (target: Target) => void; onClose: () => void };

/** Everything with something left, found by words. */
export default function OtherWorks({ form, onOpen, onClose }: Props) {
  const words = useWords(factsWords);
  const locale = useLocale();
  const [search, setSearch] = useState("");
  const found = findLines(form.others, search);
  return (
    <Sheet title={words.otherTitle} onClose={onClose} testId="other-works">
      <input
        className="text-input"
        type="search"
        value={search}
        placeholder={words.search}
        aria-label={words.search}
        onChange={(event) => setSearch(event.target.value)}
        data-testid="other-search"
      />
      {found.length === 0 && <p className="muted">{words.nothingFound}</p>}
      <ul className="stack">
        {found.slice(0, MAX_SHOWN).map((line) => (
          <li key={line.floorVolumeId}>
            <button
              type="button"
              className="card"
              onClick={() => onOpen(lineTarget(line))}
              data-testid={`other-${line.floorVolumeId}`}
            >
              <b>{lineName(line)}</b>
              <div className="dim tabular">
                {line.gate
                  ? `⏸ ${line.gate.reason}`
                  : words.left(withUnit(line.remaining, line.workType.unit, locale))}
                {line.planToday !== null && ` · ${words.plan(formatQuantity(line.planToday, locale))}`}
              </div>
            </button>
          </li>
        ))}
      </ul>
      {found.length > MAX_SHOWN && <p className="dim">{words.shown(MAX_SHOWN)}</p>}
    </Sheet>
  );
}
