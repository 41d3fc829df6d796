import { decideExtra, followExtra, priceExtra, reportExtra } from "@stsphera/core";
import type { Act } from "../stage/act.ts";
import { moment } from "../stage/days.ts";
import { known } from "../stage/known.ts";
import { EXTRA_WORKS, type StoryExtra } from "../story/extra-works.ts";
import type { Site } from "./work-days.ts";

type When = StoryExtra["at"];
type Ids = Map<StoryExtra, number>;

/** Extra works as the foremen reported them, the decisions on them, and their way to the customer. */
export function extraWorks(site: Site): Act[] {
  const ids: Ids = new Map();
  const at = ([shift, clock]: When) => moment(site.calendar.shiftDay(shift), clock);
  return EXTRA_WORKS.flatMap((extra) => {
    const { steps = [], accepted, rejected, price } = extra;
    const act = (when: When, run: (moment: Date) => Promise<unknown>): Act => ({
      at: at(when),
      run: async () => void (await run(at(when))),
    });
    const [first] = steps;
    return [
      act(extra.at, (now) => report(site, ids, extra, now)),
      ...(price === undefined || first === undefined
        ? []
        : [
            act(first.at, (now) =>
              manage(site, ids, extra, now, (of) => priceExtra.run(of.ctx, { ...of.extra, price })),
            ),
          ]),
      ...steps.map(({ at: when, document }) =>
        act(when, (now) =>
          manage(site, ids, extra, now, (of) => followExtra.run(of.ctx, { ...of.extra, document })),
        ),
      ),
      ...(accepted === undefined ? [] : [act(accepted.at, (now) => accept(site, ids, extra, accepted, now))]),
      ...(rejected === undefined
        ? []
        : [
            act(rejected.at, (now) =>
              manage(site, ids, extra, now, ({ ctx, extra: of }) =>
                decideExtra.run(ctx, { ...of, move: "reject", reason: rejected.reason }),
              ),
            ),
          ]),
    ];
  });
}

async function report({ stage, object }: Site, ids: Ids, extra: StoryExtra, now: Date): Promise<void> {
  const { title, quantity, unit, place, orderedBy } = extra;
  const ctx = await stage.as(extra.author, now);
  const { id } = await reportExtra.run(ctx, { objectId: object.id, title, quantity, unit, place, orderedBy });
  ids.set(extra, id);
}

type Managed = { ctx: Awaited<ReturnType<Site["stage"]["as"]>>; extra: { extraId: number; version: number } };

/** Acts as the project manager on the extra work as it stands. */
async function manage(
  { stage }: Site,
  ids: Ids,
  extra: StoryExtra,
  now: Date,
  run: (of: Managed) => Promise<unknown>,
): Promise<void> {
  const extraId = known(ids, extra);
  const [row] = await stage.db.read<{ version: number }>("select version from extra_works where id = $1", [
    extraId,
  ]);
  if (row === undefined) throw new Error(`there is no extra work ${extraId}`);
  await run({ ctx: await stage.as("demin", now), extra: { extraId, version: row.version } });
}

async function accept(
  site: Site,
  ids: Ids,
  extra: StoryExtra,
  { document, facade, floor, work }: NonNullable<StoryExtra["accepted"]>,
  now: Date,
): Promise<void> {
  const [type] = await site.stage.db.read<{ id: number }>("select id from work_types where code = $1", [
    work,
  ]);
  if (type === undefined) throw new Error(`there is no work ${work}`);
  await manage(site, ids, extra, now, ({ ctx, extra: of }) =>
    decideExtra.run(ctx, {
      ...of,
      move: "accept",
      document,
      facadeId: known(site.object.facades, facade),
      floorId: known(site.object.floors, floor),
      workTypeId: type.id,
    }),
  );
}
