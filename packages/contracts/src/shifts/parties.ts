import type { DowntimeReason } from "../vocabulary.ts";
import { PARTIES, type Party } from "./vocabulary.ts";

/** Who answers for a reason of downtime unless the record says otherwise. */
export const PARTY_OF: Readonly<Record<DowntimeReason, Party>> = {
  weather_wind: "force_majeure",
  weather_temp: "force_majeure",
  weather_rain: "force_majeure",
  no_front: "customer",
  no_material: "own_supply",
  no_drawings: "own_design",
  no_permit: "customer",
  equipment: "own_supply",
  other_trades: "customer",
  rework: "crew",
  no_people: "crew",
  customer_stop: "customer",
  accident: "own_production",
  other: "own_production",
};

/** Who may answer for a reason of downtime at all: weather is nobody's fault, a lack of people never the customer's. */
export const PARTIES_OF: Readonly<Record<DowntimeReason, readonly Party[]>> = {
  weather_wind: ["force_majeure"],
  weather_temp: ["force_majeure"],
  weather_rain: ["force_majeure"],
  no_front: ["customer", "own_production", "own_design", "own_supply", "crew"],
  no_material: ["own_supply", "own_production", "customer"],
  no_drawings: ["own_design", "customer"],
  no_permit: ["customer", "own_production", "own_design", "crew"],
  equipment: ["own_supply", "own_production", "customer", "crew"],
  other_trades: ["customer"],
  rework: ["crew", "own_production", "own_design", "own_supply", "customer"],
  no_people: ["crew", "own_production"],
  customer_stop: ["customer"],
  accident: ["own_production", "crew", "customer", "force_majeure"],
  other: PARTIES,
};
