import type { ObjectDashboard } from "@stsphera/contracts";
import { dashboardWords } from "../i18n/dashboard-words.ts";
import { useWords } from "../i18n/locale.ts";
import { Link } from "./link.tsx";
import { Mark } from "./mark.tsx";

/** Warns who manages a team in which nobody may confirm the manager's facts; it leads to the team. */
export function NobodyConfirms({ dashboard: { object, nobodyConfirms } }: { dashboard: ObjectDashboard }) {
  const words = useWords(dashboardWords);
  if (nobodyConfirms !== true) return null;
  return (
    <Link to={`/objects/${object.id}/team`} className="card" testId="nobody-confirms">
      <Mark tone="amber">{words.nobodyConfirms}</Mark>
    </Link>
  );
}
