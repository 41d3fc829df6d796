import { useQuery } from "@tanstack/react-query";
import { Line, Lines } from "../../kit/entity/lines.tsx";
import { queryKeys } from "../../shared/api/query-keys.ts";
import { useWords } from "../../shared/i18n/locale.ts";
import { useQueue } from "../../shared/offline/queue-state.ts";
import { listWaiting } from "../../shared/requests/list-waiting.ts";
import { DevicesLine } from "./devices/devices-line.tsx";
import { DeputyLine } from "./deputies/deputy-line.tsx";
import { Figures } from "./components/figures.tsx";
import { ProfileFrame, useMe } from "./components/profile-frame.tsx";
import { viewWords } from "../../shared/i18n/view-words.ts";
import { profileWords } from "./profile-words.ts";

/** How many wait on one side; a page's worth and more is «30+». */
function useWaitingCount(side: "mine" | "others"): string {
  const { data } = useQuery({
    queryKey: [...queryKeys.waiting(side), "count"],
    queryFn: () => listWaiting({ side }, null),
  });
  return data === undefined ? "…" : `${data.items.length}${data.nextCursor === null ? "" : "+"}`;
}

/** Figures of the reader, what waits, who stands in, what is not sent yet. */
export function ProfilePage() {
  const words = useWords(profileWords);
  const queue = useQueue();
  const view = useWords(viewWords);
  const me = useMe();
  const seesPeople = me?.permissions.includes("org.view") === true;
  const others = useWaitingCount("others");
  const mine = useWaitingCount("mine");
  return (
    <ProfileFrame here="profile">
      <Figures />
      <section className="section">
        <Lines>
          <Line label={words.awaiting} to="/waiting?side=others" testId="awaiting">
            {others}
          </Line>
          <Line label={words.toDecide} to="/waiting" testId="to-decide">
            {mine}
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
    </ProfileFrame>
  );
}
