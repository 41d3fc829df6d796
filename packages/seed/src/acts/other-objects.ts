import {
  addFacades,
  addFloors,
  changeObjectStatus,
  createGpr,
  createObject,
  editGprRows,
  getGprContent,
  setObjectTeam,
} from "@stsphera/core";
import type { Act } from "../stage/act.ts";
import { moment } from "../stage/days.ts";
import type { ObjectCalendar } from "../stage/object-calendar.ts";
import type { Stage } from "../stage/stage.ts";
import type { Frame } from "../story/block-b.ts";
import { atriumOf, SCHOOL_FACADES, SCHOOL_FLOORS, SCHOOL_TEAM, schoolOf } from "../story/other-objects.ts";
import { PEOPLE } from "../story/people.ts";
import { SIGNERS } from "../story/schedule.ts";
import type { UserIds } from "./register-people.ts";
import { sendAndSign } from "./schedule.ts";

/** Shifts on which the two objects were created. */
const SCHOOL_SHIFT = 22;
const ATRIUM_SHIFT = 3;
/** The shift on which the school's schedule was sent, and three of five signed it. */
const SCHOOL_SIGNED_SHIFT = 4;

/** The school, created and moved to planning by its manager, and the unfinished draft. */
export function otherObjects(stage: Stage, frame: Frame, users: UserIds, calendar: ObjectCalendar): Act[] {
  const schoolDay = calendar.shiftDay(SCHOOL_SHIFT);
  const signedDay = calendar.shiftDay(SCHOOL_SIGNED_SHIFT);
  const atriumAt = moment(calendar.shiftDay(ATRIUM_SHIFT), "11:35");
  return [
    { at: moment(schoolDay, "11:00"), run: () => openSchool(stage, frame, users, schoolDay) },
    { at: moment(signedDay, "16:00"), run: () => planSchool(stage, frame, users, signedDay) },
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

/** The first version from the template, sent to its five signers; departments without people are the manager's. */
async function planSchool(stage: Stage, frame: Frame, users: UserIds, day: string): Promise<void> {
  const manager = await stage.as("demin", moment(day, "16:00"));
  const [school] = await stage.db.read<{ id: number }>("select id from objects where name = $1", [
    schoolOf(frame).name,
  ]);
  if (school === undefined) throw new Error("the school was not created");
  const { id: gprId } = await createGpr.run(manager, {
    objectId: school.id,
    from: "template",
    template: "nvf",
  });
  const { rows } = await getGprContent.run(manager, { gprId });
  const unowned = rows.filter(({ parent, ownerId }) => parent !== null && ownerId === null);
  const own = {
    rows: unowned.map(({ key, version }) => ({ key, version })),
    fields: { ownerId: users.demin },
  };
  await editGprRows.run(manager, { gprId, edits: [{ do: "set", ...own }] });
  await sendAndSign(stage, gprId, day, SIGNERS.slice(0, 3));
}
