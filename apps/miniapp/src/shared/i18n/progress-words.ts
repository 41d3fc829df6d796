import { objectStatesRu } from "@stsphera/contracts/states/object-ru";
import { plural } from "./plural.ts";

const ru = {
  status: objectStatesRu as Readonly<Record<keyof typeof objectStatesRu, string>>,
  health: { green: "В плане", amber: "Отстаёт", red: "Сильно отстаёт" },
  late: (days: number) => `+${days} ${plural(days, "ru", { one: "день", few: "дня", other: "дней" })}`,
  early: (days: number) => `−${days} ${plural(days, "ru", { one: "день", few: "дня", other: "дней" })}`,
  onTime: "В срок",
  week: (current: number, last: number) => `неделя ${current} из ${last}`,
  toPlan: (points: string) => `${points}\u00a0п.п. к плану`,
  lastShift: (points: string) => `за смену ${points}`,
  today: (points: string) => `сегодня ${points}`,
  againstPlan: (pct: string, planned: string) => `${pct} при плане ${planned}`,
  stands: (facade: string) => `Сильно отстаёт ${facade}`,
  forecastAndDeadline: (forecast: string, deadline: string) => `Прогноз ${forecast}, срок ${deadline}`,
  forecastOnly: (forecast: string) => `Прогноз ${forecast}`,
  deadlineOnly: (deadline: string) => `Срок ${deadline}`,
  provisional: "предварительно",
  noForecast: {
    too_few_days: "Прогноза пока нет: нужно 5 рабочих дней факта",
    no_pace: "Прогноза нет: последние смены без факта",
    no_plan: "Прогноза нет: план не заполнен",
    done: "Работы сделаны",
    too_far: "Прогноза нет: таким темпом дольше года",
  },
  lateTasks: "Просрочено",
  tasks: (count: number) =>
    `${count} ${plural(count, "ru", { one: "задача", few: "задачи", other: "задач" })}`,
  openTasks: "Задачи в работе",
  modules: "Модули",
  brackets: "Кронштейны",
  building: (pct: string) => `Фасады объекта: готово ${pct}`,
  noVolumes: "Объёмы по этажам не заполнены",
};

/** English arrives when it is chosen (english.ts): until then nothing shows it. */
export const progressWords = { ru, en: ru };
