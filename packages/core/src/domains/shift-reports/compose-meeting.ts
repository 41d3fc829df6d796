import { EXTRA_STAGE_CAPTIONS } from "@stsphera/contracts/extra-works/captions";
import { shortName } from "@stsphera/contracts/format";
import type { Debts } from "./read-debts.ts";
import { PAPER_LOCALE, type Saying } from "./report-words.ts";

/** Who owes the site what and since when: stopped and overdue tasks, extra works, idle time of the week. */
export function meetingLines({ blocked, overdue, extras, idle }: Debts, saying: Saying): string[] {
  const { t, day } = saying;
  const name = (who: string | null) => (who === null ? t("nobody") : shortName(who));
  const groups: readonly (readonly [string, readonly string[]])[] = [
    [
      t("blocked"),
      blocked.map(({ title, who, since, reason }) =>
        t("blocked_row", {
          title,
          who: name(who),
          since: day(since),
          reason: reason === null ? "" : `: ${reason}`,
        }),
      ),
    ],
    [
      t("overdue"),
      overdue.map(({ title, who, deadline }) =>
        t("overdue_row", { title, who: name(who), date: day(deadline) }),
      ),
    ],
    [
      t("extras"),
      extras.map(({ title, stage, orderedBy, since }) =>
        t("extras_row", {
          title,
          ordered: orderedBy,
          stage: EXTRA_STAGE_CAPTIONS[PAPER_LOCALE][stage],
          since: day(since),
        }),
      ),
    ],
    [
      t("idle_week"),
      idle.map(({ party, code, manHours, since }) =>
        t("idle_week_row", {
          party: saying.party(party),
          what: saying.what({ code, words: null }),
          hours: saying.manHours(manHours),
          since: day(since),
        }),
      ),
    ],
  ];
  const told = groups.flatMap(([heading, rows]) => (rows.length === 0 ? [] : [heading, ...rows]));
  return told.length === 0 ? [t("nothing")] : told;
}
