import type { DowntimeReason } from "../vocabulary.ts";
import type { Party } from "./vocabulary.ts";

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
