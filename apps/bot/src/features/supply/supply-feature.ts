import { entityFeature } from "../../engine/entity/entity-feature.ts";
import { newSupply } from "./new-supply.ts";
import { supplyEntity } from "./supply-entity.ts";

/** /orders, /neworder and the cards of supply orders. */
export const supplyFeature = entityFeature(supplyEntity, newSupply);
