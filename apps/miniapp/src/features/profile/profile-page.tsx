import type { ApprovalPage, Dashboard } from "@stsphera/contracts";
import { useQuery } from "@tanstack/react-query";
import { Line, Lines } from "../../kit/entity/lines.tsx";
import { queryKeys } from "../../shared/api/query-keys.ts";
import { useWords } from "../../shared/i18n/locale.ts";
import { useQueue } from "../../shared/offline/queue-state.ts";
import { getDashboard } from "../../shared/requests/get-dashboard.ts";
import { listWaiting } from "../../shared/requests/list-waiting.ts";
import { usePasskeys } from "./devices/passkeys.tsx";
import { DevicesLine } from "./devices/devices-line.tsx";
import { DeputyLine, useDeputies } from "./deputies/deputy-line.tsx";
import { Figures, useFigures } from "./components/figures.tsx";
import { ProfileFrame, useMeRead } from "./components/profile-frame.tsx";
import { Together } from "../../shared/ui/together.tsx";
import { viewWords } from "../../shared/i18n/view-words.ts";
import { profileWords } from "./profile-words.ts";

/** How many wait for others; a day of facts counts each of its entries, a page's worth and more is «30+». */
function awaitedCount(data: ApprovalPage | undefined): string {
  if (data === undefined) return "…";
  const count = data.items.reduce((sum, { entries }) => sum + (entries ?? 1), 0);
  return `${count}${data.nextCursor === null ? "" : "+"}`;
}

/** How many wait for the reader: the number of the dashboard. */
function waitingCount(data: Dashboard | undefined): string {
  if (data === undefined) return "…";
  return String(Object.values(data.waiting.decisions).reduce((sum, count) => sum + count, 0));
}

/** Figures of the reader, what waits, who stands in, what is not sent yet. */
export function ProfilePage() {
  const words = useWords(profileWords);
  const queue = useQueue();
  const view = useWords(viewWords);
  const meRead = useMeRead();
  const me = meRead.data;
  const seesPeople = me?.permissions.includes("org.view") === true;
  const others = useQuery({
    queryKey: [...queryKeys.waiting("others"), "count"],
    queryFn: () => listWaiting({ side: "others" }, null),
  });
  const mine = useQuery({ queryKey: queryKeys.dashboard(), queryFn: getDashboard });
  const reads = [meRead, useFigures(), others, mine, useDeputies(), usePasskeys()];
  return (
    <ProfileFrame here="profile">
      <Together reads={reads} rows={6}>
        <Figures />
        <section className="section">
          <Lines>
            <Line label={words.awaiting} to="/waiting?side=others" testId="awaiting">
              {awaitedCount(others.data)}
            </Line>
            <Line label={words.toDecide} to="/waiting" testId="to-decide">
              {waitingCount(mine.data)}
            </Line>
            {seesPeople && (
              <>
                <DeputyLine />
                <Line label={words.people} to="/people" testId="open-people">
                  {words.openPeople}
                </Line>
                <Line label={words.works} to="/dictionaries/works" testId="open-works">
                  {words.openPeople}
                </Line>
                <Line label={words.calendars} to="/dictionaries/calendars" testId="open-calendars">
                  {words.openPeople}
                </Line>
              </>
            )}
            <DevicesLine />
            <Line label={words.data} to="/profile/data" testId="open-data">
              {words.openPeople}
            </Line>
            {me?.permissions.includes("audit.view_company") === true && (
              <Line label={words.admin} to="/admin" testId="open-admin">
                {words.openPeople}
              </Line>
            )}
            {me?.permissions.includes("view_as") === true && (
              <Line label={view.open} to="/profile/view-as" testId="open-view-as">
                {view.choose}
              </Line>
            )}
            <Line label={words.queue} to="/profile/queue" testId="open-queue">
              {queue.length}
            </Line>
          </Lines>
        </section>
      </Together>
    </ProfileFrame>
  );
}
