import { getFacadeMap, reportDefect } from "@stsphera/core";
import type { DefectSeverity, ObjectCard } from "@stsphera/contracts";
import { defectPlace } from "@stsphera/contracts/defects/captions";
import { newDefectForms as forms } from "@stsphera/contracts/defects/forms";
import { worksOn } from "@stsphera/contracts/defects/works-on";
import type { Answers } from "@stsphera/contracts/forms";
import { dayInWords, shortName, shortWorkName } from "@stsphera/contracts/format";
import { html, line } from "@stsphera/telegram";
import { personsToday } from "../../engine/days.ts";
import { creationForms, titleIn } from "../../engine/entity/creation-forms.ts";
import { personOf, wordsIn } from "../../engine/forms/answers.ts";
import type { Turn } from "../../engine/turn.ts";
import { defectEntity } from "./defect-entity.ts";

/** «Восток 5, оси Д–Е», as far as it is known. */
function placeIn({ locale }: Turn, { facades, floors }: ObjectCard, answers: Answers): string | null {
  const facade = facades.find(({ id }) => String(id) === wordsIn(answers, "facadeId"));
  const floor = floors.find(({ id }) => String(id) === wordsIn(answers, "floorId"));
  const axes = wordsIn(answers, "axes");
  return facade === undefined
    ? null
    : defectPlace({ facade: facade.code, floor: floor?.code ?? null, axes }, locale);
}

/** /newdefect: where, what and a photo; the rest has a default. */
export const newDefect = creationForms({
  name: "new_defect",
  entity: defectEntity,
  permission: "defect.report",
  command: { name: "newdefect", place: 55 },
  forms,
  verb: reportDefect,
  more: async (turn, { id: objectId }, answers) => {
    const facadeId = wordsIn(answers, "facadeId");
    if (facadeId === null) return [];
    return worksOn(await getFacadeMap.run(turn.context(), { objectId, workTypeId: "all" }), facadeId);
  },
  options: ({ facades, floors }, from, { card: { more } }) =>
    from === "works"
      ? (more ?? []).map(({ id, name }) => ({ value: String(id), caption: shortWorkName(name) }))
      : (from === "facades" ? facades : floors).map(({ id, code }) => ({ value: String(id), caption: code })),
  summary({ turn, state, answers, card: { more } }, object) {
    const { t, locale } = turn;
    const severity = (wordsIn(answers, "severity") ?? "major") as DefectSeverity;
    const responsible = personOf(answers, "responsibleId");
    const dueOn = wordsIn(answers, "dueOn");
    const photos = state.photos.length;
    const place = placeIn(turn, object, answers);
    const work = more?.find(({ id }) => String(id) === wordsIn(answers, "workTypeId"));
    return {
      title: t("defect.title", { title: titleIn(answers) }),
      lines: [
        line(t("defect.object"), object.name),
        line(t("defect.place"), place === null ? null : html`<b>${place}</b>`),
        line(t("defect.severity"), t(`defect.severity.${severity}`)),
        line(t("defect.work"), work === undefined ? null : shortWorkName(work.name)),
        line(
          t("defect.origin"),
          wordsIn(answers, "origin") === "factory" ? t("ask.new_defect.create.origin.factory") : null,
        ),
        line(
          t("defect.responsible"),
          responsible === null ? t("new_defect.nobody") : shortName(responsible.fullName, "initial"),
        ),
        line(t("defect.due"), dueOn === null ? null : dayInWords(dueOn, personsToday(turn), locale)),
        line(t("defect.photos"), photos === 0 ? t("defect.no_photos") : String(photos)),
      ],
    };
  },
});
