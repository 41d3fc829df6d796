import type { Approval } from "@stsphera/contracts";
import { ConfirmWaiting } from "../../../kit/facts/confirm-day.tsx";
import { ShiftFigures } from "../../../kit/shifts/shift-figures.tsx";

type Props = { objectId: number; date: string; day: NonNullable<Approval["day"]> };

/** «Подтвердить день» beside a day of facts, with what it leaves out; nothing where one press would confirm nothing. */
export function WaitingDay({ objectId, date, day: { usual, offPlan, figures } }: Props) {
  return (
    <ConfirmWaiting
      objectId={objectId}
      date={date}
      ready={{ usual, off: offPlan }}
      figures={figures && <ShiftFigures objectId={objectId} day={date} shifts={figures} />}
      fewest={1}
    />
  );
}
