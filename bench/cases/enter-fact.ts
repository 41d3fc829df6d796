import { checkEnterFact } from "../checks/check-enter-fact.ts";
import type { BenchCase, Wish } from "./bench-case.ts";
import { TODAY } from "../world/world.ts";

/** Lines written in turn, spread over objects; so many that none gets many entries. */
const LINES = 400;

export const enterFact: BenchCase = {
  name: "facts",
  status: 201,
  targets: { floor: 0.5, growth: 1.3, cpu: 2.5 },
  async wishes({ sql, sites }) {
    const each = Math.ceil(LINES / sites.length);
    const ofSites = await Promise.all(
      sites.map(async ({ objectId, foremanId }) => {
        const cells = await sql<{ id: number }[]>`
          select id from floor_volumes where object_id = ${objectId} order by id desc limit ${each}`;
        const [crew] = await sql<{ id: number }[]>`
          select id from crews where object_id = ${objectId} order by id limit 1`;
        return cells.map(({ id }) => wishOf({ objectId, foremanId, floorVolumeId: id, crewId: crew?.id }));
      }),
    );
    // Alternates objects, because concurrent users usually write to different ones.
    return Array.from({ length: each }, (_, at) => ofSites.flatMap((wishes) => wishes[at] ?? [])).flat();
  },
  check: checkEnterFact,
  writes: {
    keyed: true,
    unique(_sent, key) {
      if (key === undefined) throw new Error("the write was sent without a key");
      return key;
    },
    made: (answer) => ({ id: (answer as { fact: { id: number } }).fact.id, in: /pending_decisions/ }),
    rollups: /"object_work_sums"|"object_day_sums"|"object_sums"/,
  },
};

type Line = { objectId: number; foremanId: number; floorVolumeId: number; crewId: number | undefined };

function wishOf({ objectId, foremanId, floorVolumeId, crewId }: Line): Wish {
  const entry = {
    floorVolumeId,
    date: TODAY,
    quantity: "1",
    workers: 4,
    crewId,
    notes: "по плану",
    // Every line is written repeatedly: over its plan and within half an hour.
    planReason: { code: "extra_work" },
    confirmDuplicate: true,
  };
  return {
    method: "POST",
    path: `/api/objects/${objectId}/facts`,
    personId: foremanId,
    body: JSON.stringify(entry),
  };
}
