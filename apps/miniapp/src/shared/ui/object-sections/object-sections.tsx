import { Link } from "../link.tsx";
import { useWords } from "../../i18n/locale.ts";
import { objectWords } from "../../i18n/object-words.ts";
import { useQuery } from "@tanstack/react-query";
import { queryKeys } from "../../api/query-keys.ts";
import { useSession } from "../../api/session.ts";
import { getObject } from "../../requests/get-object.ts";
import { maySetUp } from "./may-set-up.ts";
import "./object-sections.css";

type Section = "overview" | "fact" | "facade" | "tasks" | "team" | "zones" | "crews" | "setup";
/** Sections that need a right on the object. */
const NEEDED: Readonly<Partial<Record<Section, string>>> = {
  tasks: "task.view",
  zones: "production.view",
  crews: "production.view",
};
const PATHS = {
  overview: "",
  fact: "/fact",
  facade: "/facade",
  tasks: "/tasks",
  team: "/team",
  zones: "/zones",
  crews: "/crews",
  setup: "/setup",
} as const;
/** Who works with facts every day finds them first. */
const FACTS_FIRST = new Set(["construction_itr", "installer", "geodesist", "pto"]);

type Props = { id: number; here: Section; folded?: string | null };

/** The sections of an object as chips; once the hero has scrolled away its number stands at their side. */
export function ObjectSections({ id, here, folded = null }: Props) {
  const words = useWords(objectWords);
  const session = useSession();
  const { data } = useQuery({ queryKey: queryKeys.object(id), queryFn: () => getObject(id) });
  const isOpen = (section: Section) => {
    if (section === "setup") return data !== undefined && maySetUp(data);
    const needed = NEEDED[section];
    return needed === undefined || data?.can.permissions.includes(needed) === true;
  };
  const factsFirst = session.kind === "active" && FACTS_FIRST.has(session.user.role ?? "");
  const order: readonly Section[] = factsFirst
    ? ["fact", "facade", "tasks", "overview", "zones", "crews", "team", "setup"]
    : ["overview", "fact", "facade", "tasks", "zones", "crews", "team", "setup"];
  return (
    <nav className="object-sections" aria-label={words.sectionsLabel}>
      {order.filter(isOpen).map((section) => (
        <Link
          key={section}
          to={`/objects/${id}${PATHS[section]}`}
          replace={here !== "overview"}
          current={section === here}
          testId={`section-${section}`}
        >
          {words.sections[section]}
        </Link>
      ))}
      {folded !== null && <span className="object-sections-folded">{folded}</span>}
    </nav>
  );
}
