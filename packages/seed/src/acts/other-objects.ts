import { addFacades, addFloors, changeObjectStatus, createObject, setObjectTeam } from "@stsphera/core";
import type { Act } from "../stage/act.ts";
import { moment } from "../stage/days.ts";
import type { ObjectCalendar } from "../stage/object-calendar.ts";
import type { Stage } from "../stage/stage.ts";
import type { Frame } from "../story/block-b.ts";
import { atriumOf, SCHOOL_FACADES, SCHOOL_FLOORS, SCHOOL_TEAM, schoolOf } from "../story/other-objects.ts";
import { PEOPLE } from "../story/people.ts";
import type { UserIds } from "./register-people.ts";

/** Shifts on which the two objects were created. */
const SCHOOL_SHIFT = 22;
const ATRIUM_SHIFT = 3;

/** The school, created and moved to planning by its manager, and the unfinished draft. */
export function otherObjects(stage: Stage, frame: Frame, users: UserIds, calendar: ObjectCalendar): Act[] {
  const schoolDay = calendar.shiftDay(SCHOOL_SHIFT);
  const atriumAt = moment(calendar.shiftDay(ATRIUM_SHIFT), "11:35");
  return [
    { at: moment(schoolDay, "11:00"), run: () => openSchool(stage, frame, users, schoolDay) },
    {
      at: atriumAt,
      run: async () => {
        await createObject.run(await stage.as("rozhkova", atriumAt), atriumOf(frame));
      },
    },
  ];
}

async function openSchool(stage: Stage, frame: Frame, users: UserIds, day: string): Promise<void> {
  const manager = (clock: string) => stage.as("demin", moment(day, clock));
  const { id } = await createObject.run(await manager("11:00"), schoolOf(frame));
  const manned = await setObjectTeam.run(await manager("11:10"), {
    objectId: id,
    version: 1,
    members: SCHOOL_TEAM.map((code) => ({ userId: users[code], roles: [PEOPLE[code].role] })),
  });
  const drawn = await addFacades.run(await manager("11:20"), {
    objectId: id,
    version: manned.version,
    facades: SCHOOL_FACADES.map((code, sort) => ({ code, name: `Фасад ${code}`, sort })),
  });
  const raised = await addFloors.run(await manager("11:25"), {
    objectId: id,
    version: drawn.version,
    floors: SCHOOL_FLOORS.map((code, at) => ({ code, sort: at + 1 })),
  });
  await changeObjectStatus.run(await manager("11:40"), {
    objectId: id,
    to: "planning",
    version: raised.version,
  });
}
