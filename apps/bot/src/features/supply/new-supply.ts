import { requestSupply } from "@stsphera/core";
import { dayInWords, withUnit } from "@stsphera/contracts/format";
import { newSupplyForms as forms } from "@stsphera/contracts/supply/forms";
import type { SupplyUnit } from "@stsphera/contracts/vocabulary";
import { html, line } from "@stsphera/telegram";
import { personsToday } from "../../engine/days.ts";
import { creationForms, titleIn } from "../../engine/entity/creation-forms.ts";
import { wordsIn } from "../../engine/forms/answers.ts";
import { supplyEntity } from "./supply-entity.ts";

/** /neworder: what, how much and by when; the rest has a default. */
export const newSupply = creationForms({
  name: "new_supply",
  entity: supplyEntity,
  permission: "supply.request",
  command: { name: "neworder", place: 57 },
  forms,
  verb: requestSupply,
  summary({ turn, state, answers }, object) {
    const { t, locale } = turn;
    const unit = (wordsIn(answers, "unit") ?? "шт") as SupplyUnit;
    const needOn = wordsIn(answers, "needOn");
    const photos = state.photos.length;
    const isDraft = wordsIn(answers, "status") === "draft";
    return {
      title: t("supply.title", { title: titleIn(answers) }),
      lines: [
        line(t("supply.object"), object.name),
        line(
          t("supply.quantity"),
          html`<b>${withUnit(wordsIn(answers, "quantity") ?? "0", unit, locale)}</b>`,
        ),
        line(t("supply.need"), needOn === null ? null : dayInWords(needOn, personsToday(turn), locale)),
        line(t("supply.why"), wordsIn(answers, "why")),
        line(t("supply.amount"), wordsIn(answers, "amount")),
        line(t("supply.photos"), photos === 0 ? null : String(photos)),
        line(t("supply.sent"), isDraft ? t("ask.new_supply.create.status.draft") : null),
      ],
    };
  },
});
