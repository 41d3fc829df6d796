import {
  addFacades,
  addFloors,
  changeObjectStatus,
  createCrew,
  createObject,
  createZone,
  setCrewMembers,
  setObjectTeam,
} from "@stsphera/core";
import { reachOf } from "@stsphera/rbac";
import { moment } from "../stage/days.ts";
import { setOrderLimit } from "./order-limit.ts";
import { setPhotosDue } from "./photos-due.ts";
import type { Stage } from "../stage/stage.ts";
import { FACADES, FLOORS, type Frame, passportOf } from "../story/block-b.ts";
import { CREWS } from "../story/crews.ts";
import { ZONES } from "../story/zones.ts";
import { PEOPLE, PERSON_CODES } from "../story/people.ts";
import type { UserIds } from "./register-people.ts";

export type OpenedObject = {
  id: number;
  version: number;
  facades: ReadonlyMap<string, number>;
  floors: ReadonlyMap<string, number>;
  crews: ReadonlyMap<string, number>;
};

function idOf(rows: readonly { id: number; code: string }[], code: string): number {
  const found = rows.find((row) => row.code === code);
  if (found === undefined) throw new Error(`the object has no ${code}`);
  return found.id;
}

const byCode = (rows: readonly { id: number; code: string }[]) =>
  new Map(rows.map((row) => [row.code, row.id]));

/** The manager creates the object with its team, facades and crews, and moves it to planning. */
export async function openBlockB(stage: Stage, frame: Frame, users: UserIds): Promise<OpenedObject> {
  const manager = (clock: string) => stage.as("demin", moment(frame.preparation, clock));
  const { id } = await createObject.run(await manager("09:10"), passportOf(frame));
  const members = PERSON_CODES.filter((code) => reachOf(PEOPLE[code].role) === "member").map((code) => ({
    userId: users[code],
    roles: [PEOPLE[code].role],
  }));
  const manned = await setObjectTeam.run(await manager("09:25"), { objectId: id, version: 1, members });
  const drawn = await addFacades.run(await manager("09:40"), {
    objectId: id,
    version: manned.version,
    facades: FACADES.map((code, sort) => ({ code, name: code, sort })),
  });
  const raised = await addFloors.run(await manager("09:45"), {
    objectId: id,
    version: drawn.version,
    floors: FLOORS.map((code, at) => ({ code, sort: at + 1 })),
  });
  const crews: { id: number; code: string }[] = [];
  for (const { leadPerson, ...crew } of CREWS) {
    const lead = leadPerson === undefined ? {} : { leadUserId: users[leadPerson] };
    const made = await createCrew.run(await manager("10:05"), { ...crew, ...lead, objectId: id });
    crews.push(made);
    if (leadPerson === undefined) continue;
    await setCrewMembers.run(await manager("10:06"), { crewId: made.id, userIds: [users[leadPerson]] });
  }
  for (const { name, facade, from, to, axes, foreman } of ZONES) {
    await createZone.run(await manager("10:10"), {
      objectId: id,
      name,
      facadeId: idOf(drawn.facades, facade),
      fromFloorId: idOf(raised.floors, from),
      toFloorId: idOf(raised.floors, to),
      axes,
      foremanId: users[foreman],
    });
  }
  await setOrderLimit(stage, id, moment(frame.preparation, "10:12"));
  await setPhotosDue(stage, id, { at: moment(frame.preparation, "10:15"), from: null });
  const planned = await changeObjectStatus.run(await manager("10:20"), {
    objectId: id,
    to: "planning",
    version: raised.version + 2,
  });
  return {
    id,
    version: planned.version,
    facades: byCode(drawn.facades),
    floors: byCode(raised.floors),
    crews: byCode(crews),
  };
}
