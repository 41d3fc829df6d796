import type { ObjectDashboard } from "@stsphera/contracts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { objectWords } from "../../../shared/i18n/object-words.ts";
import { NoticeBlock } from "../../../shared/ui/notice-block.tsx";
import { TaskCounts } from "../../../shared/ui/task-counts.tsx";
import { Changes } from "./changes.tsx";
import { Dates } from "./dates.tsx";
import { Facades } from "./facades.tsx";
import { Works } from "./works.tsx";

export function Overview({ dashboard }: { dashboard: ObjectDashboard }) {
  const words = useWords(objectWords);
  if (dashboard.facades.length === 0) {
    return (
      <>
        <NoticeBlock title={words.noFacades} line={words.noFacadesLine} testId="empty" />
        <Dates dashboard={dashboard} />
      </>
    );
  }
  return (
    <div className="two-columns">
      <div>
        <Changes dashboard={dashboard} />
        <Dates dashboard={dashboard} />
        <section className="section">
          <TaskCounts dashboard={dashboard} />
        </section>
        <Works dashboard={dashboard} />
      </div>
      <Facades objectId={dashboard.object.id} facades={dashboard.facades} />
    </div>
  );
}
