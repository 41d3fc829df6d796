import type { ObjectDashboard } from "@stsphera/contracts";
import { NoVolumes } from "../../../shared/ui/no-volumes.tsx";
import { TaskCounts } from "../../../shared/ui/task-counts.tsx";
import { Changes } from "./changes.tsx";
import { Dates } from "./dates.tsx";
import { Deliveries } from "./deliveries.tsx";
import { Facades } from "./facades.tsx";
import { OpenDefects } from "./open-defects.tsx";
import { NextSteps } from "./next-steps.tsx";
import { SetupLink } from "./setup-link.tsx";
import { Works } from "./works.tsx";

export function Overview({ dashboard }: { dashboard: ObjectDashboard }) {
  const { id } = dashboard.object;
  if (dashboard.facades.length === 0 || dashboard.workTypes.length === 0) {
    return (
      <>
        <NextSteps dashboard={dashboard} />
        <NoVolumes id={id} />
        <Dates dashboard={dashboard} />
        <SetupLink id={id} />
      </>
    );
  }
  return (
    <>
      <NextSteps dashboard={dashboard} />
      <div className="two-columns">
        <div>
          <Changes dashboard={dashboard} />
          <Dates dashboard={dashboard} />
          <section className="section">
            <TaskCounts dashboard={dashboard} />
            <OpenDefects dashboard={dashboard} />
            <Deliveries dashboard={dashboard} />
          </section>
          <Works dashboard={dashboard} />
        </div>
        <Facades objectId={id} facades={dashboard.facades} />
      </div>
      <SetupLink id={id} />
    </>
  );
}
