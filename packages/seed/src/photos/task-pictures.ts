import { type Day, moment } from "../stage/days.ts";
import { spread } from "../stage/spread.ts";
import { stepKey } from "../story/story-task.ts";
import { TASKS } from "../story/tasks.ts";
import type { Picture } from "./pictures.ts";

/** Photos of tasks, taken within half an hour before they were sent. */
export function listTaskPictures(shiftDay: (shift: number) => Day): Picture[] {
  return TASKS.flatMap((task) =>
    (task.steps ?? []).flatMap((step) => {
      const { place } = task;
      if (place === undefined) return [];
      const key = stepKey(task, step);
      const [shift, clock] = step.at;
      const day = shiftDay(shift);
      const first = moment(day, clock).getTime() - (12 + spread(key, 18)) * 60_000;
      return Array.from({ length: step.photos ?? 0 }, (_, shot) => ({
        sight: { ...place, key },
        shot,
        day,
        takenAt: new Date(first + shot * (40 + spread(`${key} ${shot}`, 50)) * 1000),
      }));
    }),
  );
}
