import { useWords } from "../../i18n/locale.ts";
import { objectWords } from "../../i18n/object-words.ts";
import { goTo } from "../../navigation.ts";
import { useSession } from "../../api/session.ts";
import "./object-sections.css";

type Section = "overview" | "fact" | "team";
const PATHS = { overview: "", fact: "/fact", team: "/team" } as const;
/** Who works with facts every day finds them first. */
const FACTS_FIRST = new Set(["construction_itr", "installer", "geodesist", "pto"]);

type Props = { id: number; here: Section; folded?: string | null };

/** The sections of an object as chips; once the hero has scrolled away its number stands at their side. */
export function ObjectSections({ id, here, folded = null }: Props) {
  const words = useWords(objectWords);
  const session = useSession();
  const factsFirst = session.kind === "active" && FACTS_FIRST.has(session.user.role ?? "");
  const order: readonly Section[] = factsFirst ? ["fact", "overview", "team"] : ["overview", "fact", "team"];
  return (
    <nav className="object-sections" aria-label={words.sectionsLabel}>
      {order.map((section) => (
        <button
          key={section}
          type="button"
          aria-current={section === here ? "page" : undefined}
          onClick={() => goTo(`/objects/${id}${PATHS[section]}`, here !== "overview")}
          data-testid={`section-${section}`}
        >
          {words.sections[section]}
        </button>
      ))}
      {folded !== null && <span className="object-sections-folded">{folded}</span>}
    </nav>
  );
}
