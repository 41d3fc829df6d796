import type { Session } from "@stsphera/contracts";
import { useQuery } from "@tanstack/react-query";
import { sayDay } from "../../../shared/format/say-day.ts";
import { clockOf, dayOf } from "../../../shared/format/times.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { removeBrowser } from "../../../shared/push/push-requests.ts";
import { host } from "../../../shared/telegram/host.ts";
import { Action } from "../../../shared/ui/action.tsx";
import { Chip, Chips } from "../../../shared/ui/chip.tsx";
import { Mark } from "../../../shared/ui/mark.tsx";
import { QueryView } from "../../../shared/ui/query-view.tsx";
import { endAllSessions, endSession, listSessions } from "../api/devices.ts";
import { profileKeys } from "../profile-keys.ts";
import { deviceWords } from "./device-words.ts";
import { leaveThisBrowser } from "./leave-this-browser.ts";
import { usePressed } from "./use-pressed.ts";

/** In Telegram the launch signs in again by itself; a browser goes back to the sign-in page. */
const isBrowser = host.launch.initData === "";

function Device({ session }: { session: Session }) {
  const words = useWords(deviceWords);
  const locale = useLocale();
  const { busy, press } = usePressed();
  const { id, kind, browser, address, lastSeenAt, current, givenBy, rings } = session;
  const how = givenBy === null ? words.kinds[kind] : words.given(givenBy.fullName);
  const seen = words.seen(`${sayDay(dayOf(lastSeenAt), locale)}, ${clockOf(lastSeenAt)}`);
  const end = async () => {
    await endSession(id);
    if (current && isBrowser) leaveThisBrowser();
  };
  return (
    <div className="card stack" data-testid={current ? "session-current" : "session"}>
      <span className="spread">
        <b>{browser === "—" ? words.unknown : browser}</b>
        {current && <Mark tone="green">{words.here}</Mark>}
      </span>
      <span className="muted">
        {[
          how,
          seen,
          ...(address === "" ? [] : [words.address(address)]),
          ...(rings ? [words.rings] : []),
        ].join(" · ")}
      </span>
      {(isBrowser || !current) && (
        <Chips>
          <Chip disabled={busy} onPress={() => press(end, words.ended)} testId={`end-session-${id}`}>
            {words.end}
          </Chip>
          {rings && (
            <Chip
              disabled={busy}
              onPress={() => press(() => removeBrowser(id), words.silenced)}
              testId={`silence-${id}`}
            >
              {words.silence}
            </Chip>
          )}
        </Chips>
      )}
    </div>
  );
}

export const useSessions = () =>
  useQuery({ queryKey: [...profileKeys.devices, "sessions"], queryFn: listSessions, staleTime: 0 });

/** Where the reader is signed in, with the way out of each place and of all of them. */
export function Sessions() {
  const words = useWords(deviceWords);
  const { busy, press } = usePressed();
  const query = useSessions();
  const endAll = async () => {
    await endAllSessions();
    if (isBrowser) leaveThisBrowser();
  };
  return (
    <section className="section stack" data-testid="sessions">
      <h2 className="cap">{words.sessions}</h2>
      <QueryView query={query}>
        {({ items }) => (
          <>
            {items.map((session) => (
              <Device key={session.id} session={session} />
            ))}
          </>
        )}
      </QueryView>
      <Action tone="danger" busy={busy} onPress={() => press(endAll)} testId="end-all-sessions">
        {words.endAll}
      </Action>
      <p className="muted">{words.endAllLine}</p>
    </section>
  );
}
