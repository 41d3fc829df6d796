import type { UserActor } from "@stsphera/rbac";
import { localTime } from "../../../kernel/index.ts";
import type { World } from "../../../testing/index.ts";
import { reportExtra } from "../../extra-works/index.ts";
import { enterFact } from "../../facts/index.ts";
import { closeShift } from "../../shifts/index.ts";
import { changeTaskStatus, commentTask, createTask } from "../../tasks/index.ts";
import type { Company, Site } from "./week-company.ts";

/** What people do in half an hour of a working day of an object, by its clock; the second foreman forgets the facts. */
export async function workAt(world: World, company: Company, site: Site, now: Date): Promise<void> {
  const { object, zone, foremen } = site;
  const { day, time } = localTime(now, zone);
  const [open] = await world.db.read<{ one: number }>(
    `select 1 as one from object_workdays where object_id = $1 and day = $2::date`,
    [object.id, day],
  );
  const [diligent, forgetful] = foremen;
  if (open === undefined || diligent === undefined || forgetful === undefined) return;
  const as = async (actor: UserActor) => world.ctx(await world.again(actor), { now });
  const task = async (by: UserActor, assignee: UserActor, title: string) =>
    createTask.run(await as(by), {
      objectId: object.id,
      title,
      assigneeId: assignee.id,
      deadline: day,
    } as never);
  const clock = time.slice(0, 5);
  if (clock === "10:00") {
    for (const foreman of foremen) await task(company.manager, foreman, "Проверить крепёж, ось А");
    await task(company.engineer, diligent, "Снять размеры, 2 этаж");
    const { id } = await task(diligent, company.supplier, "Привезти герметик");
    const said = { taskId: id, text: "Нужно до обеда", mentions: [company.manager.id] };
    await commentTask.run(await as(diligent), said as never);
  }
  if (clock === "11:30") {
    const { id, version } = await task(company.manager, forgetful, "Навесить модули, ось Б");
    const working = await as(forgetful);
    const taken = await changeTaskStatus.run(working, { taskId: id, version, move: "take" } as never);
    await changeTaskStatus.run(working, {
      taskId: id,
      version: taken.version,
      move: "block",
      reason: "нет фронта",
      blocker: { userId: diligent.id },
    } as never);
  }
  if (clock === "14:00")
    await reportExtra.run(await as(diligent), {
      objectId: object.id,
      title: "Добавить отлив, ось В",
      quantity: "4",
      unit: "м.п.",
      place: "Юг, ось В",
      orderedBy: "Технадзор",
    } as never);
  if (clock === "16:00")
    for (const floor of ["1", "2"])
      await enterFact.run(await as(diligent), {
        objectId: object.id,
        floorVolumeId: object.cell("Юг", floor, "МОД"),
        date: day,
        quantity: "2",
      } as never);
  if (clock === "17:00")
    await closeShift.run(await as(diligent), {
      objectId: object.id,
      date: day,
      shift: "day",
      answers: [],
      rest: { code: "not_worked" },
    } as never);
}
