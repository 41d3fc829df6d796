import type { Notice, ProjectLink } from "./project.ts";
import type { ReadTask } from "./read-task.ts";

/** Links between rows that are kept; what is lost is said at the successor. */
export function keepLinks(
  all: readonly ReadTask[],
  kept: readonly ReadTask[],
  summaries: ReadonlySet<number>,
): { links: ProjectLink[]; notices: Notice[] } {
  const known = new Set(kept.map(({ uid }) => uid));
  const nameOf = new Map(all.map(({ uid, name }) => [uid, name]));
  const links: ProjectLink[] = [];
  const notices: Notice[] = [];
  const seen = new Set<string>();
  for (const { uid: to, row, name, links: incoming } of kept) {
    for (const { from, type, lag, unit, roundedFrom, percent, elsewhere } of incoming) {
      const about = { row, name, from: nameOf.get(from) ?? String(from) };
      const key = `${from} ${to} ${type}`;
      if (elsewhere || !known.has(from) || from === to || seen.has(key)) {
        notices.push({ kind: "link_dropped", ...about });
        continue;
      }
      seen.add(key);
      if (summaries.has(to) && (type === "FF" || type === "SF")) {
        notices.push({ kind: "link_finish_of_summary", ...about });
        continue;
      }
      if (percent) notices.push({ kind: "link_lag_percent", ...about });
      if (roundedFrom !== null) {
        notices.push({ kind: "link_lag_rounded", hours: roundedFrom, days: lag, ...about });
      }
      links.push({ from, to, type, lag, unit });
    }
  }
  return { links, notices };
}
