import { useQueryClient } from "@tanstack/react-query";
import { useOnline } from "../api/connection.ts";
import { clockOffset } from "../api/server-clock.ts";
import { clockOf } from "../format/times.ts";
import { useWords } from "../i18n/locale.ts";
import { shellWords } from "../i18n/shell-words.ts";
import { goTo } from "../navigation.ts";
import { useQueue } from "../offline/queue-state.ts";
import { Mark } from "./mark.tsx";
import "./network-strip.css";

function useNewestRead(): number {
  const queries = useQueryClient().getQueryCache().findAll({ type: "active" });
  return Math.max(0, ...queries.map((query) => query.state.dataUpdatedAt));
}

/** Says that there is no network, how old the figures are and what waits; a tap opens the queue. */
export function NetworkStrip() {
  const words = useWords(shellWords).offline;
  const online = useOnline();
  const queue = useQueue();
  const readAt = useNewestRead();
  if (online && queue.length === 0) return null;
  const refused = queue.filter((item) => item.state === "refused").length;
  const parts = [
    online ? words.waiting : words.title,
    ...(!online && readAt > 0 ? [words.dataAt(clockOf(readAt + clockOffset()))] : []),
    ...(queue.length > refused ? [words.queued(queue.length - refused)] : []),
    ...(refused > 0 ? [words.refused(refused)] : []),
  ];
  return (
    <button
      type="button"
      className="network-strip"
      onClick={() => goTo("/profile/queue")}
      data-testid="network-strip"
    >
      <Mark tone={refused > 0 ? "red" : "violet"}>{parts.join(" · ")}</Mark>
    </button>
  );
}
