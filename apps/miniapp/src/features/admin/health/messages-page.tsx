import type { FailedDelivery } from "@stsphera/contracts";
import { sayDeliveryError } from "@stsphera/contracts/administration/delivery-errors";
import { dayInWords } from "@stsphera/contracts/format";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { EntityList, useEntityList } from "../../../kit/list/entity-list.tsx";
import { serverNow } from "../../../shared/api/server-clock.ts";
import { clockOf, dayOf } from "../../../shared/format/times.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { Chip, Chips } from "../../../shared/ui/chip.tsx";
import { PageHeader } from "../../../shared/ui/page-header.tsx";
import { failedKey, healthKey, listFailed, repeatMessage } from "../api/health-requests.ts";
import { healthWords } from "./health-words.ts";

function Row({ message }: { message: FailedDelivery }) {
  const words = useWords(healthWords).messages;
  const locale = useLocale();
  const client = useQueryClient();
  const { id, at, person, title, error, rungAt, mayRepeat } = message;
  const repeat = useMutation({
    mutationFn: () => repeatMessage(id),
    onSuccess: () =>
      Promise.all([failedKey, healthKey].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
  return (
    <div className="card stack" data-testid={`message-${id}`}>
      <span className="dim tabular">
        {dayInWords(dayOf(at), dayOf(serverNow()), locale)}, {clockOf(at)} ·{" "}
        {person?.fullName ?? words.nobody}
      </span>
      <b>{title ?? words.untitled}</b>
      {error !== null && <span className="muted">{sayDeliveryError(error, locale)}</span>}
      {rungAt !== null && <span className="muted">{words.rung(clockOf(rungAt))}</span>}
      {repeat.isError && <span role="status">{words.failed}</span>}
      {repeat.isSuccess && <span role="status">{words.repeated}</span>}
      {!mayRepeat && <span className="dim">{words.blocked}</span>}
      {mayRepeat && !repeat.isSuccess && (
        <Chips>
          <Chip disabled={repeat.isPending} onPress={() => repeat.mutate()} testId={`repeat-${id}`}>
            {words.repeat}
          </Chip>
        </Chips>
      )}
    </div>
  );
}

/** Messages that Telegram rejected for good; those that can be are sent again. */
export default function MessagesPage() {
  const words = useWords(healthWords).messages;
  const list = useEntityList(failedKey, listFailed);
  return (
    <>
      <PageHeader title={words.title} />
      <EntityList
        list={list}
        keyOf={({ id }) => id}
        renderRow={(message) => <Row message={message} />}
        empty={{ title: words.empty }}
        testId="failed-messages"
      />
    </>
  );
}
