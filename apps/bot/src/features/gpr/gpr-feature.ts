import { entityFeature } from "../../engine/entity/entity-feature.ts";
import { gprEntity } from "./gpr-entity.ts";

/** The work schedule: its card by department, signatures and remarks from the message. */
export const gprFeature = entityFeature(gprEntity);
