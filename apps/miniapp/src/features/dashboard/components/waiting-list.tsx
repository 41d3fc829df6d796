import type { Dashboard } from "@stsphera/contracts";
import { dashboardWords } from "../../../shared/i18n/dashboard-words.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { goTo } from "../../../shared/navigation.ts";
import { Mark } from "../../../shared/ui/mark.tsx";

type Row = { readonly name: string; readonly title: string; readonly line: string; readonly path: string };

/** What waits for this person, split by kind; nothing stands here when nothing waits. */
export function WaitingList({
  waiting,
  factsObjectId,
}: {
  waiting: Dashboard["waiting"];
  factsObjectId: number | null;
}) {
  const words = useWords(dashboardWords);
  const { factsToConfirm, peopleToApprove = 0, unread } = waiting;
  const factsPath = factsObjectId === null ? "/objects" : `/objects/${factsObjectId}/fact`;
  const rows: Row[] = [];
  if (factsToConfirm > 0)
    rows.push({ name: "facts", title: words.facts, line: words.factsLine(factsToConfirm), path: factsPath });
  if (peopleToApprove > 0)
    rows.push({
      name: "people",
      title: words.people,
      line: words.peopleLine(peopleToApprove),
      path: "/notifications",
    });
  if (unread > 0)
    rows.push({ name: "unread", title: words.unread, line: String(unread), path: "/notifications" });
  if (rows.length === 0) return null;
  return (
    <section className="section">
      <div className="spread">
        <h2 className="cap">{words.waiting}</h2>
        <span className="dim tabular">{factsToConfirm + peopleToApprove + unread}</span>
      </div>
      {rows.map((row) => (
        <button
          key={row.name}
          type="button"
          className="card spread"
          onClick={() => goTo(row.path)}
          data-testid={`waiting-${row.name}`}
        >
          <b>{row.title}</b>
          <Mark tone="violet">{row.line}</Mark>
        </button>
      ))}
    </section>
  );
}
