import type { ObjectDashboard } from "@stsphera/contracts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { Link } from "../../../shared/ui/link.tsx";
import { Mark } from "../../../shared/ui/mark.tsx";

const deliveryWords = {
  ru: { open: "Поставки", late: "Поставки опаздывают" },
  en: { open: "Deliveries", late: "Late deliveries" },
};

/** How many orders of an object are open and how many late; each number opens those it counts. */
export function Deliveries({ dashboard: { object, deliveries } }: { dashboard: ObjectDashboard }) {
  const words = useWords(deliveryWords);
  if (deliveries === undefined || deliveries.open === 0) return null;
  const path = `/objects/${object.id}/supply`;
  return (
    <>
      {deliveries.atRisk > 0 && (
        <Link to={`${path}?late=late`} className="card spread" testId="late-deliveries">
          <b>{words.late}</b>
          <Mark tone="red">{deliveries.atRisk}</Mark>
        </Link>
      )}
      <Link to={path} className="card spread" testId="open-deliveries">
        <b>{words.open}</b>
        <span className="tabular">{deliveries.open}</span>
      </Link>
    </>
  );
}
