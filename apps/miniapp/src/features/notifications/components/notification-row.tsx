import type { Notification } from "@stsphera/contracts";
import { clockOf } from "../../../shared/format/times.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { notificationWords } from "../../../shared/i18n/notification-words.ts";
import { Mark } from "../../../shared/ui/mark.tsx";
import "./notification-row.css";

const TONES = { normal: "violet", high: "amber", critical: "red" } as const;

type Props = { item: Notification; onOpen: () => void };

/** One notice; opens its own thing. */
export function NotificationRow({ item, onOpen }: Props) {
  const words = useWords(notificationWords);
  const unread = item.readAt === null;
  return (
    <button
      type="button"
      className={`card stack notification-row${unread ? "" : " notification-row-read"}`}
      onClick={onOpen}
      data-testid="notification-row"
      data-id={item.id}
      data-unread={unread}
    >
      <span className="spread">
        <b>{item.title}</b>
        <span className="dim tabular">{clockOf(item.updatedAt)}</span>
      </span>
      {item.text !== "" && <span className="muted notification-row-text">{item.text}</span>}
      <span className="spread">
        <span className="dim">{words.categories[item.category]}</span>
        {unread && (
          <Mark tone={TONES[item.priority]}>
            {item.priority === "normal" ? words.isNew : words.priorities[item.priority]}
          </Mark>
        )}
      </span>
    </button>
  );
}
