import { reportExtra } from "@stsphera/core";
import { withUnit } from "@stsphera/contracts/format";
import { newExtraForms as forms } from "@stsphera/contracts/extra-works/forms";
import type { ReasonAnswer } from "@stsphera/contracts/forms";
import type { Unit } from "@stsphera/contracts/vocabulary";
import { html, line } from "@stsphera/telegram";
import { creationForms, titleIn } from "../../engine/entity/creation-forms.ts";
import { wordsIn } from "../../engine/forms/answers.ts";
import { extraEntity } from "./extra-entity.ts";

/** «Доп. работа»: what, how much, where and who ordered it, one question after another. */
export const newExtra = creationForms({
  name: "new_extra",
  entity: extraEntity,
  permission: "extra.report",
  forms,
  verb: reportExtra,
  summary({ turn, state, answers }, object) {
    const { t, locale } = turn;
    const unit = (wordsIn(answers, "unit") ?? "шт") as Unit;
    const ordered = answers["orderedBy"] as ReasonAnswer | undefined;
    const photos = state.photos.length;
    return {
      title: t("extra.title", { title: titleIn(answers) }),
      lines: [
        line(t("extra.object"), object.name),
        line(t("extra.amount"), html`<b>${withUnit(wordsIn(answers, "quantity") ?? "0", unit, locale)}</b>`),
        line(t("extra.place"), wordsIn(answers, "place")),
        line(t("extra.ordered"), ordered?.text ?? null),
        line(t("extra.photos"), photos === 0 ? t("extra.no_photos") : String(photos)),
      ],
    };
  },
});
