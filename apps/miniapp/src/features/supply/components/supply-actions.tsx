import type { SupplyCard } from "@stsphera/contracts";
import { withUnit } from "@stsphera/contracts/format";
import { SUPPLY_CAPTIONS } from "@stsphera/contracts/supply/captions";
import { linesWith, supplyForms } from "@stsphera/contracts/supply/forms";
import type { DiscrepancyMove, SupplyAction } from "@stsphera/contracts/vocabulary";
import { useQuery } from "@tanstack/react-query";
import { ThingActions } from "../../../kit/entity/thing-actions.tsx";
import { queryKeys } from "../../../shared/api/query-keys.ts";
import { useLocale } from "../../../shared/i18n/locale.ts";
import { getObject } from "../../../shared/requests/get-object.ts";
import { settlingRequest, supplyRequest } from "../api/supply-requests.ts";

/** What the reader most likely came to do. */
const FIRST: ReadonlySet<SupplyAction> = new Set(["submit", "approve", "order", "receive", "ship", "revise"]);
const FIRST_OF_DIFFERENCE: ReadonlySet<DiscrepancyMove> = new Set(["came", "agree"]);
/** First things first: what the states in their order ask for. */
const ORDER: readonly SupplyAction[] = ["submit", "approve", "order", "receive", "ship"];
const rank = (action: SupplyAction) => {
  const at = ORDER.indexOf(action);
  return at < 0 ? ORDER.length : at;
};

/** The buttons of an order, and those that settle what was missing. */
export function SupplyActions({ order }: { order: SupplyCard }) {
  const locale = useLocale();
  const { objectId, can } = order;
  const today = useQuery({ queryKey: queryKeys.object(objectId), queryFn: () => getObject(objectId) }).data
    ?.today;
  const href = `/supply/${order.id}`;
  const options = (from: string) => {
    const part = from === "rest" || from === "onWay" ? from : null;
    return (part === null ? order.lines : linesWith(order, part)).map((line) => ({
      value: String(line.id),
      text: `${line.name} · ${withUnit(line[part ?? "quantity"], line.unit, locale)}`,
    }));
  };
  const { discrepancy } = can;
  return (
    <>
      {discrepancy !== null && (
        <ThingActions<DiscrepancyMove, Omit<SupplyCard, "can"> & { can: { actions: DiscrepancyMove[] } }>
          feature="supply"
          thing={{ ...order, can: { actions: discrepancy.actions } }}
          href={href}
          forms={supplyForms}
          captions={SUPPLY_CAPTIONS[locale]}
          requestOf={(move, input) => settlingRequest(discrepancy, move, input)}
          first={FIRST_OF_DIFFERENCE}
          today={today}
        />
      )}
      <ThingActions<SupplyAction, SupplyCard>
        feature="supply"
        thing={{
          ...order,
          can: { ...can, actions: can.actions.toSorted((one, other) => rank(one) - rank(other)) },
        }}
        href={href}
        forms={supplyForms}
        captions={SUPPLY_CAPTIONS[locale]}
        requestOf={(action, input) => supplyRequest(order, action, input)}
        first={FIRST}
        undo="undo"
        today={today}
        options={options}
      />
    </>
  );
}
