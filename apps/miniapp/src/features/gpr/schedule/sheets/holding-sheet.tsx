import { shortName } from "@stsphera/contracts/format";
import { DEPARTMENT_CAPTIONS } from "@stsphera/contracts/people/captions";
import { useQuery } from "@tanstack/react-query";
import { queryKeys } from "../../../../shared/api/query-keys.ts";
import { useLocale, useWords } from "../../../../shared/i18n/locale.ts";
import { QueryView } from "../../../../shared/ui/query-view.tsx";
import { Sheet } from "../../../../shared/ui/sheet.tsx";
import { getGprHolding } from "../../api/gpr-requests.ts";
import { forecastWords } from "../forecast-words.ts";
import { useRowCaptions } from "./use-row-captions.ts";

type Props = { gprId: number; onOpen: (key: string) => void; onClose: () => void };

/** «Кто держит»: the owners of the rows that drive the finish, each with the next of them. */
export default function HoldingSheet({ gprId, onOpen, onClose }: Props) {
  const words = useWords(forecastWords);
  const departments = DEPARTMENT_CAPTIONS[useLocale()];
  const captions = useRowCaptions({ people: [] });
  const query = useQuery({ queryKey: queryKeys.gprHolding(gprId), queryFn: () => getGprHolding(gprId) });
  return (
    <Sheet title={words.holding} onClose={onClose} testId="holding-sheet">
      <QueryView query={query}>
        {({ finish, owners }) => (
          <>
            <p className="muted">
              {finish === null || owners.length === 0
                ? words.holdingNone
                : words.holdingLine(captions.say(finish))}
            </p>
            <ul className="stack">
              {owners.map(({ owner, department, rows, workdays, next }) => (
                <li key={`${owner?.id ?? 0} ${department}`}>
                  <button
                    type="button"
                    className="card stack"
                    onClick={() => onOpen(next.key)}
                    data-testid={`holding-${next.number}`}
                  >
                    <span className="spread">
                      <b>{owner === null ? words.nobody : shortName(owner.fullName)}</b>
                      <span className="muted">{departments[department]}</span>
                    </span>
                    <span>{words.holds(rows, workdays)}</span>
                    <span className="muted">
                      {words.next(`${next.number} ${next.name}`, captions.say(next.finish))}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
      </QueryView>
    </Sheet>
  );
}
