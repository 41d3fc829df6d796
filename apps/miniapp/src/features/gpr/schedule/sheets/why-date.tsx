import type { GprContent, GprRow } from "@stsphera/contracts";
import type { Explanation } from "@stsphera/schedule";
import { useEffect, useState } from "react";
import { useWords } from "../../../../shared/i18n/locale.ts";
import type { DayRule } from "../model/calendar.ts";
import { rowWords } from "../row-words.ts";
import type { RowCaptions } from "./use-row-captions.ts";

type Props = {
  content: GprContent;
  row: GprRow;
  rule: DayRule;
  captions: RowCaptions;
  onOpen: (key: string) => void;
};

/** «Почему эта дата?»: one sentence, and the way to the row that decides it. */
export function WhyDate({ content, row, rule, captions, onOpen }: Props) {
  const words = useWords(rowWords);
  const [asked, setAsked] = useState(false);
  const [found, setFound] = useState<Explanation | null>();
  const { key } = row;
  useEffect(() => {
    if (!asked) return undefined;
    let isHere = true;
    // The engine comes when it is asked.
    import("../model/effect.ts").then(
      ({ reasonOf }) => isHere && setFound(reasonOf(content, key, rule.workdays)),
      () => isHere && setFound(null),
    );
    return () => {
      isHere = false;
    };
  }, [asked, content, key, rule]);
  if (!asked) {
    return (
      <button type="button" className="plain-button" onClick={() => setAsked(true)} data-testid="why-date">
        {words.why}
      </button>
    );
  }
  const rowOf = (id: string) => content.rows.find((one) => one.key === id);
  const told = found === undefined ? "" : found === null ? words.reason.none : sentence(found);
  const driver = found?.reason.kind === "link" || found?.reason.kind === "rows" ? found.reason.drivenBy : null;

  function name(id: string): string {
    const one = rowOf(id);
    return one === undefined ? "" : `${one.number} ${one.name}`;
  }
  function because({ reason }: Explanation): string {
    switch (reason.kind) {
      case "link":
        return words.reason.link(name(reason.drivenBy), captions.link(reason.link));
      case "constraint":
        return words.reason.constraint(captions.constraint(reason.constraint));
      case "held":
        return words.reason.held(captions.say(reason.until));
      case "data_date":
        return words.reason.dataDate(captions.say(reason.day));
      case "project_start":
        return words.reason.start(captions.say(reason.day));
      case "fact":
        return words.reason.fact;
      case "rows":
        return words.reason.rows(name(reason.drivenBy));
    }
  }
  function sentence(explanation: Explanation): string {
    const { reason, daysOff } = explanation;
    const of = "of" in reason && reason.of !== null ? [words.reason.ofSummary(name(reason.of))] : [];
    const off = daysOff === null ? [] : [words.reason.daysOff(daysOff.count)];
    return [because(explanation), ...of, ...off].join("; ");
  }
  return (
    <div className="card stack" role="status" data-testid="why-answer">
      <p>{told}</p>
      {driver !== null && driver !== key && (
        <button type="button" className="plain-button" onClick={() => onOpen(driver)} data-testid="why-row">
          {words.toDriver}
        </button>
      )}
    </div>
  );
}
