import type { Notification } from "@stsphera/contracts";
import { clockOf } from "../../../shared/format/times.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { notificationWords } from "../../../shared/i18n/notification-words.ts";
import { landingOf } from "../../../shared/deep-link.ts";
import { Link } from "../../../shared/ui/link.tsx";
import { Mark } from "../../../shared/ui/mark.tsx";
import "./notification-row.css";

const TONES = { normal: "violet", high: "amber", critical: "red" } as const;

/** `isNamed`: the page was opened for this one. */
type Props = { item: Notification; isNamed: boolean; onRead: () => void };

/** One notice; opens its own thing. */
export function NotificationRow({ item, isNamed, onRead }: Props) {
  const words = useWords(notificationWords);
  const unread = item.readAt === null;
  return (
    <Link
      to={landingOf(item.deepLink)?.stack.at(-1) ?? "/notifications"}
      className={`card stack notification-row${unread ? "" : " notification-row-read"}${isNamed ? " notification-row-named" : ""}`}
      onOpen={onRead}
      testId="notification-row"
      data={{ id: item.id, unread }}
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
    </Link>
  );
}
