import { shortName } from "@stsphera/contracts/format";
import { sayDay } from "../../../shared/format/say-day.ts";
import { roleCaptions } from "../../../shared/i18n/captions.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { Link } from "../../../shared/ui/link.tsx";
import { Mark } from "../../../shared/ui/mark.tsx";
import type { Member } from "../api/team-requests.ts";
import { teamWords } from "../team-words.ts";

type Props = {
  objectId: number;
  member: Member;
  /** Whether names lead to the people of the company. */
  opens: boolean;
  acts: readonly {
    readonly text: string;
    readonly label: string;
    readonly onPress: () => void;
    readonly testId: string;
  }[];
};

function Load({ objectId, member: { userId, load } }: Pick<Props, "objectId" | "member">) {
  const words = useWords(teamWords);
  if (load === null) return null;
  if (load.openTasks === 0) return <span className="muted">{words.noTasks}</span>;
  return (
    <Link
      to={`/objects/${objectId}/tasks?assignee=${userId}`}
      className="team-link"
      testId={`load-${userId}`}
    >
      {words.tasks(load.openTasks)}
      {load.overdueTasks > 0 && <Mark tone="amber">{words.late(load.overdueTasks)}</Mark>}
    </Link>
  );
}

/** A member: roles, phone, tasks on hand, who stands in; and what the reader may do about it. */
export function MemberCard({ objectId, member, opens, acts }: Props) {
  const words = useWords(teamWords);
  const captions = useWords(roleCaptions);
  const locale = useLocale();
  const { userId, fullName, role, roles, status, phone, deputies } = member;
  return (
    <article className="card stack" data-testid={`member-${userId}`}>
      <div className="spread">
        {opens ? (
          <Link to={`/people/${userId}`} className="team-link">
            <b>{fullName}</b>
          </Link>
        ) : (
          <b>{fullName}</b>
        )}
        {status !== "active" && <Mark tone="muted">{words.closed}</Mark>}
      </div>
      <span className="muted">{roles.map((one) => captions[one]).join(" · ")}</span>
      {role === "viewer" && roles.some((one) => one !== "viewer") && (
        <span className="muted">{words.observer}</span>
      )}
      {phone !== null && (
        <a href={`tel:${phone}`} className="team-link">
          {phone}
        </a>
      )}
      <Load objectId={objectId} member={member} />
      {deputies.map(({ id, deputy, fromDay, toDay }) => (
        <span key={id} data-testid={`deputy-of-${userId}`}>
          {words.standsIn(
            shortName(deputy.fullName, "initial"),
            sayDay(fromDay, locale),
            sayDay(toDay, locale),
          )}
        </span>
      ))}
      {acts.length > 0 && (
        <div className="team-acts">
          {acts.map(({ text, label, onPress, testId }) => (
            <button
              key={testId}
              type="button"
              className="plain-button"
              aria-label={label}
              onClick={onPress}
              data-testid={testId}
            >
              {text}
            </button>
          ))}
        </div>
      )}
    </article>
  );
}
