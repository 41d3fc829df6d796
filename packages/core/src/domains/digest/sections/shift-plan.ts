import { shortName, shortWorkName } from "@stsphera/contracts/format";
import { formatQuantity, withUnit } from "@stsphera/contracts/format";
import type { SilentLine } from "@stsphera/contracts";
import { html, type HtmlValue, miniAppUrl } from "@stsphera/telegram";
import { describeLines, type LedPart, readPartLines } from "../../shifts/index.ts";
import { morningWords } from "../card/morning-words.ts";
import type { MorningObject, MorningReader, MorningView, Section } from "../section.ts";

const SHOWN_WORKS = 6;
const SHOWN_PLACES = 4;

type Shift = { object: MorningObject; behalf: string | null; lines: SilentLine[] };

async function readShift(
  { ctx }: MorningReader,
  object: MorningObject,
  { foremanId, behalf }: LedPart,
): Promise<Shift> {
  const day = await readPartLines(ctx, { objectId: object.id, date: object.today, shift: "day", foremanId });
  return { object, behalf, lines: day === null ? [] : describeLines(day, foremanId).silent };
}

/** «Модули  Юг 11 · 12, Запад 10 · 6», a line a work. */
function workLines({ lines }: Shift, { locale }: MorningView): HtmlValue[] {
  const works = [...Map.groupBy(lines, ({ workType }) => workType.name)];
  const t = morningWords(locale);
  const rows = works.slice(0, SHOWN_WORKS).map(([name, ofWork]) => {
    const places = ofWork.slice(0, SHOWN_PLACES).map(({ facade, floor, planToday, workType }) => {
      if (planToday === null) return `${facade} ${floor}`;
      const pieces = workType.unit === "шт";
      const plan = pieces ? formatQuantity(planToday, locale) : withUnit(planToday, workType.unit, locale);
      return `${facade} ${floor} · ${plan}`;
    });
    const hidden = ofWork.length - places.length;
    const more = hidden > 0 ? [t("more", { number: hidden })] : [];
    return html`${shortWorkName(name)}  ${[...places, ...more].join(", ")}`;
  });
  return works.length > SHOWN_WORKS ? [...rows, t("more", { number: works.length - SHOWN_WORKS })] : rows;
}

/** What today's shift brings to who leads zones, or the site. */
export const shiftPlan: Section = async (reader) => {
  const mine = reader.objects.filter(({ works }) => works);
  const shifts: Shift[] = [];
  for (const object of mine)
    for (const part of object.leads) shifts.push(await readShift(reader, object, part));
  const planned = shifts.filter(({ lines }) => lines.length > 0);
  if (planned.length === 0) return null;
  const objects = [...new Set(planned.map(({ object }) => object))];
  return {
    blocks: (view) => {
      const t = morningWords(view.locale);
      return planned.map((shift) => {
        const { object, behalf } = shift;
        const title = objects.length === 1 ? t("plan") : t("plan_of", { object: object.name });
        const whose = behalf === null ? "" : t("on_behalf", { name: shortName(behalf) });
        return [html`<b>${title}${whose}</b>`, ...workLines(shift, view)];
      });
    },
    buttons: ({ locale, publicUrl }) =>
      objects.slice(0, 2).map(({ id, name }) => [
        {
          kind: "webApp",
          text: morningWords(locale)(objects.length === 1 ? "open_plan" : "open_plan_of", { object: name }),
          url: miniAppUrl(publicUrl, { kind: "object", id, section: "fact" }),
        },
      ]),
  };
};
