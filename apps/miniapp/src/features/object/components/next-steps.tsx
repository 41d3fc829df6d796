import type { ObjectCard, ObjectDashboard } from "@stsphera/contracts";
import { useQuery } from "@tanstack/react-query";
import { get } from "../../../shared/api/request.ts";
import { queryKeys } from "../../../shared/api/query-keys.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { getObject } from "../../../shared/requests/get-object.ts";
import { Link } from "../../../shared/ui/link.tsx";
import { nextWords } from "./next-words.ts";
import "./next-steps.css";

type Step = {
  readonly name: keyof (typeof nextWords)["ru"]["steps"];
  readonly to: string;
  readonly isDone: boolean;
};

const stepsOf = (card: ObjectCard, dashboard: ObjectDashboard, hasCrews: boolean): Step[] => {
  const of = `/objects/${card.id}`;
  return [
    {
      name: "passport",
      to: `${of}/setup/passport`,
      isDone: card.contractDate !== null && card.deadline !== null,
    },
    {
      name: "structure",
      to: `${of}/setup/structure`,
      isDone: card.facades.length > 0 && card.floors.length > 0,
    },
    { name: "volumes", to: `${of}/setup/volumes`, isDone: dashboard.workTypes.length > 0 },
    { name: "team", to: `${of}/team`, isDone: card.team.length > 1 },
    { name: "crews", to: `${of}/crews`, isDone: hasCrews },
    { name: "start", to: `${of}/setup`, isDone: false },
  ];
};

/** The remaining steps before work on a new object can begin, shown to users who may edit it. */
export function NextSteps({ dashboard }: { dashboard: ObjectDashboard }) {
  const words = useWords(nextWords);
  const { id, status } = dashboard.object;
  const { data: card } = useQuery({ queryKey: queryKeys.object(id), queryFn: () => getObject(id) });
  const isNew = status === "draft" || status === "planning";
  const edits = isNew && card?.can.permissions.includes("object.edit") === true;
  const { data: crews } = useQuery({
    queryKey: ["crews", id, "any"],
    queryFn: () => get(`/api/crews?objectId=${id}&limit=1`, (c) => c.crewPage),
    enabled: edits && card.can.permissions.includes("production.view"),
  });
  if (card === undefined || !edits) return null;
  return (
    <section className="section" data-testid="next-steps">
      <h2 className="cap">{words.next}</h2>
      <ul>
        {stepsOf(card, dashboard, (crews?.items.length ?? 0) > 0).map(({ name, to, isDone }) => (
          <li key={name}>
            <Link to={to} className="next-step" testId={`next-${name}`}>
              <span className={isDone ? "next-done" : undefined}>{words.steps[name]}</span>
              <span className={isDone ? "dim" : "next-go"} aria-hidden={!isDone}>
                {isDone ? words.done : "→"}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
