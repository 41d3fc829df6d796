import { useWords } from "../../../shared/i18n/locale.ts";
import { Link } from "../../../shared/ui/link.tsx";
import { Mark } from "../../../shared/ui/mark.tsx";
import { QueryView } from "../../../shared/ui/query-view.tsx";
import { healthWords } from "./health-words.ts";
import { useHealth } from "./use-health.ts";

/** What the administrator has to do, each leading to its place. */
export function Needs() {
  const words = useWords(healthWords);
  return (
    <section className="section" data-testid="needs">
      <h2 className="cap">{words.needs}</h2>
      <QueryView query={useHealth()}>
        {({ needs }) =>
          needs.length === 0 ? (
            <div className="card stack" data-testid="all-fine">
              <Mark tone="green">{words.fine}</Mark>
              <span className="muted">{words.fineLine}</span>
            </div>
          ) : (
            needs.map(({ name, text, place }) => (
              <Link key={name} to={place ?? "/admin/health"} className="card" testId={`need-${name}`}>
                <Mark tone={name.startsWith("people") ? "amber" : "red"}>{text}</Mark>
              </Link>
            ))
          )
        }
      </QueryView>
    </section>
  );
}
