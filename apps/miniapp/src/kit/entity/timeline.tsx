import type { ReactNode } from "react";
import { dayInWords } from "@stsphera/contracts/format";
import { serverNow } from "../../shared/api/server-clock.ts";
import { clockOf, dayOf } from "../../shared/format/times.ts";
import { useLocale } from "../../shared/i18n/locale.ts";
import "./timeline.css";

export type Happening = {
  readonly key: string;
  readonly at: string;
  readonly who: string;
  readonly what: ReactNode;
  /** True for what was taken back since. */
  readonly gone?: boolean;
};

/** What happened to a thing, oldest first: who, when, what. */
export function Timeline({ happenings }: { happenings: readonly Happening[] }) {
  const locale = useLocale();
  const today = dayOf(serverNow());
  const sorted = happenings.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return (
    <ol className="timeline">
      {sorted.map(({ key, at, who, what, gone }) => (
        <li key={key} className={gone === true ? "timeline-gone" : undefined} data-testid="happening">
          <span className="dim tabular">
            {dayInWords(dayOf(at), today, locale)}, {clockOf(at)} · {who}
          </span>
          <div>{what}</div>
        </li>
      ))}
    </ol>
  );
}
