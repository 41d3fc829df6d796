import { entityFeature } from "../../engine/entity/entity-feature.ts";
import { defectEntity } from "./defect-entity.ts";
import { newDefect } from "./new-defect.ts";

/** /defects, /newdefect and the cards of defects. */
export const defectsFeature = entityFeature(defectEntity, newDefect);
