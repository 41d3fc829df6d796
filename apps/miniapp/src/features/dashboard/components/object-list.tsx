import type { Dashboard, DashboardObject } from "@stsphera/contracts";
import { formatPercent, formatQuantity, withUnit } from "@stsphera/contracts/format";
import { sayDay } from "../../../shared/format/say-day.ts";
import { dashboardWords } from "../../../shared/i18n/dashboard-words.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { progressWords } from "../../../shared/i18n/progress-words.ts";
import { Link } from "../../../shared/ui/link.tsx";
import { Mark } from "../../../shared/ui/mark.tsx";
import { StatusMark } from "../../../shared/ui/status-mark.tsx";
import { ObjectCard } from "../../../shared/ui/object-card/object-card.tsx";

function ObjectMark({ object }: { object: DashboardObject }) {
  const words = useWords(progressWords);
  if (object.status !== "active" && object.status !== "completing") {
    return <StatusMark status={object.status} />;
  }
  const late = object.lateDays ?? 0;
  return <Mark tone={object.health}>{late > 0 ? words.late(late) : words.health[object.health]}</Mark>;
}

function ObjectRow({ object }: { object: DashboardObject }) {
  const locale = useLocale();
  const words = useWords(progressWords);
  const own = useWords(dashboardWords);
  const { modules, brackets, pct, plannedPct, deadline, idleHours = "0" } = object;
  const pair = (value: { plan: string; fact: string }) =>
    `${formatQuantity(value.fact, locale)} / ${formatQuantity(value.plan, locale)}`;
  const figures = [
    ...(pct === null ? [] : [formatPercent(pct, 1, locale)]),
    ...(modules.pct === null ? [] : [`${words.modules.toLowerCase()} ${pair(modules)}`]),
    ...(brackets.pct === null ? [] : [`${words.brackets.toLowerCase()} ${pair(brackets)}`]),
    ...(Number(idleHours) === 0 ? [] : [own.idle(withUnit(idleHours, "чел.-ч", locale))]),
  ];
  const empty = deadline === null ? words.noVolumes : words.deadlineOnly(sayDay(deadline, locale));
  return (
    <ObjectCard
      id={object.id}
      name={object.name}
      mark={<ObjectMark object={object} />}
      line={figures.length > 0 ? figures.join(" · ") : empty}
      pct={pct}
      planned={plannedPct}
    />
  );
}

export function ObjectList({ objects, objectsTotal }: Pick<Dashboard, "objects" | "objectsTotal">) {
  const words = useWords(dashboardWords);
  return (
    <section className="section">
      <div className="spread">
        <h2 className="cap">{words.objects}</h2>
        {objects.length > 1 && <span className="dim">{words.lateFirst}</span>}
      </div>
      {objects.map((object) => (
        <ObjectRow key={object.id} object={object} />
      ))}
      {objectsTotal > objects.length && (
        <Link to="/objects" className="action action-quiet">
          {words.allObjects(objectsTotal)}
        </Link>
      )}
    </section>
  );
}
