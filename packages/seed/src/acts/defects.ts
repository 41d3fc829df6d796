import { changeDefectStatus, reportDefect } from "@stsphera/core";
import type { Act } from "../stage/act.ts";
import { moment } from "../stage/days.ts";
import { known } from "../stage/known.ts";
import { DEFECTS, shotKey, type StoryDefect } from "../story/defects.ts";
import type { PersonCode } from "../story/people.ts";
import type { When } from "../story/story-task.ts";
import type { SendPhotos, Site } from "./work-days.ts";

type Ids = Map<StoryDefect, number>;
type Move = { move: string; [field: string]: unknown };

/** Defects as they were found, given to somebody, mended and verified. Each needs its photos, so there are none without a store. */
export function defects(
  site: Site,
  sendPhotos: SendPhotos,
  userIds: Readonly<Record<PersonCode, number>>,
): Act[] {
  const ids: Ids = new Map();
  const { stage, object, calendar } = site;
  const at = ([shift, clock]: When) => moment(calendar.shiftDay(shift), clock);
  return DEFECTS.flatMap((defect) => {
    const { reporter, assigned, started, fixed, verified } = defect;
    const act = (when: When, run: (moment: Date) => Promise<unknown>): Act => ({
      at: at(when),
      run: async () => void (await run(at(when))),
    });
    const move = async (by: PersonCode, now: Date, step: Move) => {
      const defectId = known(ids, defect);
      const [row] = await stage.db.read<{ version: number }>("select version from defects where id = $1", [
        defectId,
      ]);
      const input = { defectId, version: row?.version ?? 0, ...step };
      await changeDefectStatus.run(await stage.as(by, now), input as never);
    };
    const photos = (when: "before" | "after", author: PersonCode, now: Date) =>
      sendPhotos({ key: shotKey(defect, when), author }, now);
    const fixer = assigned?.to ?? reporter;
    const report = async (now: Date) => {
      const [work] = await stage.db.read<{ id: number }>("select id from work_types where code = $1", [
        defect.work,
      ]);
      if (work === undefined) throw new Error(`there is no work ${defect.work}`);
      const { id } = await reportDefect.run(await stage.as(reporter, now), {
        objectId: object.id,
        title: defect.title,
        severity: defect.severity,
        facadeId: known(object.facades, defect.facade),
        floorId: known(object.floors, defect.floor),
        workTypeId: work.id,
        ...(defect.axes === undefined ? {} : { axes: defect.axes }),
        fileIds: await photos("before", reporter, now),
      });
      ids.set(defect, id);
    };
    return [
      act(defect.at, report),
      ...(assigned === undefined
        ? []
        : [
            act(assigned.at, (now) =>
              move(assigned.by, now, { move: "assign", responsibleId: userIds[assigned.to] }),
            ),
          ]),
      ...(started === undefined ? [] : [act(started, (now) => move(fixer, now, { move: "start" }))]),
      ...(fixed === undefined
        ? []
        : [
            act(fixed, async (now) =>
              move(fixer, now, { move: "fix", fileIds: await photos("after", fixer, now) }),
            ),
          ]),
      ...(verified === undefined
        ? []
        : [act(verified.at, (now) => move(verified.by, now, { move: "verify" }))]),
    ];
  });
}
