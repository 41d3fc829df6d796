import type { SupplyCard } from "@stsphera/contracts";
import { dayInWords, formatMoney, shortName, withUnit } from "@stsphera/contracts/format";
import { SUPPLY_HISTORY, supplyCode } from "@stsphera/contracts/supply/captions";
import { Line, Lines } from "../../kit/entity/lines.tsx";
import { Timeline } from "../../kit/entity/timeline.tsx";
import { useThing } from "../../kit/entity/use-thing.ts";
import { PhotoStrip } from "../../kit/photos/photo-strip.tsx";
import { queryKeys } from "../../shared/api/query-keys.ts";
import { serverNow } from "../../shared/api/server-clock.ts";
import { dayOf } from "../../shared/format/times.ts";
import { useLocale, useWords } from "../../shared/i18n/locale.ts";
import { Chips } from "../../shared/ui/chip.tsx";
import { Mark } from "../../shared/ui/mark.tsx";
import { PageHeader } from "../../shared/ui/page-header.tsx";
import { QueryView } from "../../shared/ui/query-view.tsx";
import { getSupply } from "./api/supply-requests.ts";
import { SupplyActions } from "./components/supply-actions.tsx";
import { Differences, Promises, Receipts, SupplyLines } from "./components/supply-parts.tsx";
import { SupplyState } from "./components/supply-row.tsx";
import { supplyWords } from "./supply-words.ts";
import { stateCaption } from "../../shared/i18n/state-caption.ts";

function Facts({ order }: { order: SupplyCard }) {
  const words = useWords(supplyWords);
  const locale = useLocale();
  const today = dayOf(serverNow());
  const { objectId, amount, aboveLimit, needOn, why, requester, supplier, promisedOn, lateDays, twins } =
    order;
  const said = amount === null ? null : formatMoney(amount, locale);
  return (
    <section className="section">
      <h2 className="task-title">{order.title}</h2>
      <Chips label={words.state}>
        <SupplyState status={order.status} />
        {lateDays > 0 && <Mark tone="red">{words.lateBy(lateDays)}</Mark>}
      </Chips>
      <Lines>
        <Line label={words.object} to={`/objects/${objectId}`}>
          {order.objectName}
        </Line>
        {said !== null && (
          <Line label={words.amount} testId="supply-amount">
            {aboveLimit && order.status === "requested" ? `${said} · ${words.above}` : said}
          </Line>
        )}
        {needOn !== null && <Line label={words.need}>{dayInWords(needOn, today, locale)}</Line>}
        {supplier !== null && <Line label={words.supplier}>{supplier}</Line>}
        {promisedOn !== null && (
          <Line label={words.promised} testId="supply-promised">
            {dayInWords(promisedOn, today, locale)}
          </Line>
        )}
        {why !== null && <Line label={words.why}>{why}</Line>}
        <Line label={words.requester}>{requester.fullName}</Line>
        {twins.map(({ id, number, quantity, unit, status }) => (
          <Line key={id} label={words.twins} to={`/supply/${id}`} testId="supply-twin">
            {supplyCode({ number }, locale)}, {withUnit(quantity, unit, locale)},{" "}
            {stateCaption("supply", status, locale).toLowerCase()}
          </Line>
        ))}
      </Lines>
    </section>
  );
}

function Story({ order }: { order: SupplyCard }) {
  const words = useWords(supplyWords);
  const locale = useLocale();
  const moves = order.moves.map(({ id, at, by, move, reason, undoneAt }) => ({
    key: `m${id}`,
    at,
    who: shortName(by.fullName),
    what: [SUPPLY_HISTORY[locale][move], reason, undoneAt === null ? null : words.undone]
      .filter((part) => part !== null)
      .join(" · "),
    gone: undoneAt !== null,
  }));
  const first = {
    key: "first",
    at: order.createdAt,
    who: shortName(order.requester.fullName),
    what: words.requested,
  };
  return (
    <section className="section">
      <h2 className="cap">{words.history}</h2>
      <Timeline happenings={[first, ...moves]} />
    </section>
  );
}

/** One order: what and by when, its lines, receipts and what was missing, its history. */
export default function SupplyPage({ id }: { id: number }) {
  const words = useWords(supplyWords);
  const locale = useLocale();
  const query = useThing(queryKeys.supply(id), () => getSupply(id));
  const reload = () => void query.refetch();
  return (
    <>
      <PageHeader
        title={query.data === undefined ? words.one : `${words.one} ${supplyCode(query.data, locale)}`}
      />
      <QueryView query={query}>
        {(order) => (
          <>
            <Facts order={order} />
            <SupplyLines order={order} />
            <Differences order={order} />
            <Promises order={order} />
            <Receipts order={order} onExpired={reload} />
            {order.files.length > 0 && (
              <section className="section">
                <h2 className="cap">{words.papers}</h2>
                <PhotoStrip
                  title={words.papers}
                  photos={order.files.map((file) => ({ ...file, caption: file.name }))}
                  onExpired={reload}
                  testId="supply-photo"
                />
              </section>
            )}
            <Story order={order} />
            <SupplyActions order={order} />
          </>
        )}
      </QueryView>
    </>
  );
}
