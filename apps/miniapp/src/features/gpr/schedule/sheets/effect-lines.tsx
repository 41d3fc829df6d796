import type { GprContent } from "@stsphera/contracts";
import { shortName } from "@stsphera/contracts/format";
import { useEffect, useState } from "react";
import { useWords } from "../../../../shared/i18n/locale.ts";
import type { DayRule } from "../model/calendar.ts";
import type { Effect } from "../model/effect.ts";
import { contentWith, isEmpty, type RowDraft } from "../model/row-draft.ts";
import { effectWords } from "../effect-words.ts";
import type { RowCaptions } from "./use-row-captions.ts";

const QUIET_MS = 250;

/** What a draft of a row would do, once typing pauses; undefined while it is not known. */
export function useDraftEffect(
  content: GprContent,
  key: string,
  draft: RowDraft,
  { workdays }: DayRule,
): Effect | undefined {
  const [known, setKnown] = useState<{ of: RowDraft; effect: Effect }>();
  useEffect(() => {
    if (isEmpty(draft)) return undefined;
    let isHere = true;
    const count = async () => {
      const { effectOf } = await import("../model/effect.ts");
      const after = { startOn: content.startOn, ...contentWith(content, key, draft) };
      if (isHere) setKnown({ of: draft, effect: effectOf(content, after, key, workdays) });
    };
    const timer = setTimeout(() => {
      // Without a network, and not fetched yet, the server alone says what a change does.
      count().catch(reportError);
    }, QUIET_MS);
    return () => {
      isHere = false;
      clearTimeout(timer);
    };
  }, [content, key, draft, workdays]);
  return known?.of === draft ? known.effect : undefined;
}

type Props = { content: GprContent; effect: Effect | undefined; captions: RowCaptions };

/** What a change does, in words: where the row comes to, how many rows move, the new end, whom it touches. */
export function EffectLines({ content, effect, captions }: Props) {
  const words = useWords(effectWords).effect;
  if (effect === undefined) {
    return (
      <p className="dim" data-testid="effect">
        {words.counting}
      </p>
    );
  }
  const numberOf = (key: string) => content.rows.find((row) => row.key === key)?.number ?? "?";
  if (effect.kind === "wrong") {
    const circle = [...effect.cycle, ...effect.cycle.slice(0, 1)].map(numberOf).join(" → ");
    return (
      <p className="form-refusal" role="alert" data-testid="effect">
        {circle === "" ? words.wrong : words.cycle(circle)}
      </p>
    );
  }
  const { moved, critical, own, finish } = effect;
  const owners = new Set(content.rows.filter(({ key }) => moved.includes(key)).map(({ ownerId }) => ownerId));
  const names = content.people.filter(({ id }) => owners.has(id)).map(({ fullName }) => shortName(fullName));
  const shift = finish.workdays > 0 ? words.later(finish.workdays) : words.earlier(-finish.workdays);
  return (
    <ul className="stack effect-lines" role="status" data-testid="effect">
      {own !== null && <li>{words.own(captions.period(own.start, own.finish))}</li>}
      <li>{moved.length === 0 ? words.none : words.moved(moved.length, critical)}</li>
      {finish.workdays !== 0 && finish.before !== null && finish.after !== null && (
        <li>
          <b>{words.finish(captions.say(finish.before), captions.say(finish.after))}</b> · {shift}
        </li>
      )}
      {names.length > 0 && <li>{words.touches(names.join(", "))}</li>}
    </ul>
  );
}
