import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { useOnline } from "../api/connection.ts";
import { clockOffset, serverNow } from "../api/server-clock.ts";
import { sayDay } from "../format/say-day.ts";
import { clockOf, dayOf } from "../format/times.ts";
import { useLocale, useWords } from "../i18n/locale.ts";
import { shellWords } from "../i18n/shell-words.ts";
import { useQueue } from "../offline/queue-state.ts";
import { Link } from "./link.tsx";
import { Mark } from "./mark.tsx";
import "./network-strip.css";

const QueueCount = lazy(() => import("../offline/queue-count.tsx"));

function useNewestRead(): number {
  const queries = useQueryClient().getQueryCache().findAll({ type: "active" });
  return Math.max(0, ...queries.map((query) => query.state.dataUpdatedAt));
}

/** Says that there is no network, how old the figures are and what waits; it leads to the queue. */
export function NetworkStrip() {
  const words = useWords(shellWords).offline;
  const online = useOnline();
  const queue = useQueue();
  const readAt = useNewestRead();
  const locale = useLocale();
  // Of another day the clock alone would pass for today's.
  const momentOf = (at: number) =>
    dayOf(at) === dayOf(serverNow())
      ? clockOf(at)
      : `${sayDay(dayOf(at), locale, "weekday")}, ${clockOf(at)}`;
  if (online && queue.length === 0) return null;
  const parts = [
    ...(online ? [] : [words.title]),
    ...(!online && readAt > 0 ? [words.dataAt(momentOf(readAt + clockOffset()))] : []),
  ];
  const tone = queue.some((item) => item.state === "refused") ? "red" : "violet";
  return (
    <Link to="/profile/queue" className="network-strip" testId="network-strip">
      <Mark tone={tone}>
        {parts.join(" · ")}
        {queue.length > 0 && (
          <Suspense>
            {online ? "" : " · "}
            <QueueCount queue={queue} title={online} />
          </Suspense>
        )}
      </Mark>
    </Link>
  );
}
