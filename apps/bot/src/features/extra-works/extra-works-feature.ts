import { entityFeature } from "../../engine/entity/entity-feature.ts";
import { unpackNewExtra } from "../../engine/extra-data.ts";
import type { Feature } from "../../engine/feature.ts";
import { openForm } from "../../engine/forms/move-on.ts";
import { onButtons } from "../../engine/on-buttons.ts";
import { extraEntity } from "./extra-entity.ts";
import { newExtra } from "./new-extra.ts";

const feature = entityFeature(extraEntity);

/** Extra works: reported by a button under the lines of the day, decided from their cards. */
export const extraWorksFeature: Feature = {
  ...feature,
  forms: [...(feature.forms ?? []), newExtra.forms],
  buttons: [
    ...(feature.buttons ?? []),
    onButtons(unpackNewExtra, (turn, { objectId }) =>
      openForm(newExtra.forms, turn, { form: "create", subject: { objectId }, apart: true }),
    ),
  ],
};
