import {
  decideExtra,
  followExtra,
  getExtra,
  priceExtra,
  stepBackExtra,
  undoExtraDecision,
} from "@stsphera/core";
import { extraButtons, extraWorkCard, stateText } from "@stsphera/core/cards/extra-works";
import type { ExtraCard } from "@stsphera/contracts";
import { EXTRA_CAPTIONS } from "@stsphera/contracts/extra-works/captions";
import { extraForms } from "@stsphera/contracts/extra-works/forms";
import type { Entity } from "../../engine/entity/entity.ts";

const isChoice = (from: string): from is keyof ExtraCard["choices"] =>
  from === "facades" || from === "floors" || from === "workTypes";

/** An extra work as an entity of the engine. */
export const extraEntity: Entity<ExtraCard> = {
  name: "extra",
  id: "extraId",
  card: extraWorkCard,
  buttons: extraButtons,
  captions: EXTRA_CAPTIONS,
  state: stateText,
  forms: extraForms,
  get: getExtra,
  move: decideExtra,
  others: { undo: undoExtraDecision, follow: followExtra, stepback: stepBackExtra, price: priceExtra },
  asking: {
    options: async ({ card }, from) =>
      (isChoice(from) ? card.choices[from] : []).map(({ id, name }) => ({
        value: String(id),
        caption: name,
      })),
  },
};
