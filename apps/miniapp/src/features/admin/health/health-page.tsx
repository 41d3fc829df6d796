import type { SystemHealth } from "@stsphera/contracts";
import { Line, Lines } from "../../../kit/entity/lines.tsx";
import { useWords } from "../../../shared/i18n/locale.ts";
import { Link } from "../../../shared/ui/link.tsx";
import { Mark, type MarkTone } from "../../../shared/ui/mark.tsx";
import { PageHeader } from "../../../shared/ui/page-header.tsx";
import { QueryView } from "../../../shared/ui/query-view.tsx";
import { AlertWays } from "./alert-ways.tsx";
import { healthWords } from "./health-words.ts";
import { useHealth } from "./use-health.ts";

type Condition = SystemHealth["conditions"][number];

const TONES: Readonly<Record<Condition["state"], MarkTone>> = { bad: "red", unknown: "muted", good: "green" };
const ORDER = Object.keys(TONES);

function Row({ condition }: { condition: Condition }) {
  const { states } = useWords(healthWords);
  const { name, state, caption, text, act, place } = condition;
  const content = (
    <>
      <span className="spread">
        <b>{caption}</b>
        <Mark tone={TONES[state]}>{states[state]}</Mark>
      </span>
      <span>{text}</span>
      {act !== null && <span className="muted">{act}</span>}
    </>
  );
  if (place !== null) {
    return (
      <Link to={place} className="card stack" testId={`condition-${name}`}>
        {content}
      </Link>
    );
  }
  return (
    <div className="card stack" data-testid={`condition-${name}`}>
      {content}
    </div>
  );
}

/** The installation in sentences, trouble first, each with what to do. */
export default function HealthPage() {
  const words = useWords(healthWords);
  return (
    <>
      <PageHeader title={words.title} />
      <QueryView query={useHealth()}>
        {({ conditions, alerts, facts }) => (
          <>
            <section className="section">
              {conditions
                .toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))
                .map((condition) => (
                  <Row key={condition.name} condition={condition} />
                ))}
            </section>
            <AlertWays alerts={alerts} />
            <section className="section">
              <h2 className="cap">{words.facts}</h2>
              <Lines>
                {facts.map(({ name, caption, text }) => (
                  <Line key={name} label={caption} testId={`fact-${name}`}>
                    {text}
                  </Line>
                ))}
              </Lines>
            </section>
          </>
        )}
      </QueryView>
    </>
  );
}
