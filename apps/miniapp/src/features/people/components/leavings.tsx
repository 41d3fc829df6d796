import type { OpenWork, UserCard } from "@stsphera/contracts";
import { useState } from "react";
import { HandOverSheet } from "../../../kit/hand-over/hand-over-sheet.tsx";
import { roleWords } from "../../../kit/roles/role-words.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { Link } from "../../../shared/ui/link.tsx";
import { peopleWords } from "../people-words.ts";

type Props = { person: UserCard; leaves: OpenWork };

/** What stays with somebody who cannot work on it any more, each with the way to mend it. */
export function Leavings({ person: { id, fullName }, leaves }: Props) {
  const words = useWords(peopleWords);
  const { departments } = useWords(roleWords);
  const [object, setObject] = useState<OpenWork["objectsWithoutManager"][number] | null>(null);
  const { tasksOn, objectsWithoutManager, headOf } = leaves;
  if (tasksOn.length + objectsWithoutManager.length + headOf.length === 0) return null;
  return (
    <section className="section" data-testid="leavings">
      <h2 className="cap">{words.left}</h2>
      {tasksOn.map((one) => (
        <div key={one.object.id} className="card spread">
          <Link to={`/objects/${one.object.id}/tasks?assignee=${id}`} className="plain-button">
            {one.object.name}: {words.openTasks(one.count)}
          </Link>
          <button
            type="button"
            className="plain-button"
            aria-label={words.giveOf(one.object.name)}
            onClick={() => setObject(one.object)}
            data-testid={`give-${one.object.id}`}
          >
            {words.give}
          </button>
        </div>
      ))}
      {objectsWithoutManager.map((one) => (
        <Link key={one.id} to={`/objects/${one.id}/team`} className="card">
          {words.noManagerOn(one.name)}
        </Link>
      ))}
      {headOf.map((department) => (
        <Link key={department} to="/people/departments" className="card">
          {words.noHeadOf(departments[department])}
        </Link>
      ))}
      {object !== null && (
        <HandOverSheet object={object} userId={id} fullName={fullName} onClose={() => setObject(null)} />
      )}
    </section>
  );
}
