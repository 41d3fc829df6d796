import type { SystemHealth } from "@stsphera/contracts";
import { sayDeliveryError } from "@stsphera/contracts/administration/delivery-errors";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { dayInWords } from "@stsphera/contracts/format";
import { errorSentence } from "../../../shared/api/error-sentence.ts";
import { serverNow } from "../../../shared/api/server-clock.ts";
import { clockOf, dayOf } from "../../../shared/format/times.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { Action } from "../../../shared/ui/action.tsx";
import { Mark } from "../../../shared/ui/mark.tsx";
import { showToast } from "../../../shared/ui/toast-store.ts";
import { healthKey, testAlerts } from "../api/health-requests.ts";
import { healthWords } from "./health-words.ts";

type Alerts = SystemHealth["alerts"];
type Way = Alerts["ways"][number];

/** How often the results of a running test are read, in ms. */
const READ_EVERY_MS = 3_000;
const TONES = { waits: "muted", sent: "green", failed: "red" } as const;

function Row({ way: { way, isSet, test, error } }: { way: Way }) {
  const words = useWords(healthWords).alerts;
  const locale = useLocale();
  return (
    <div className="card stack" data-testid={`alert-way-${way}`}>
      <span className="spread">
        <b>{words.ways[way]}</b>
        <Mark tone={isSet ? "green" : "muted"}>{isSet ? words.isSet : words.notSet}</Mark>
      </span>
      {isSet && test !== null && <Mark tone={TONES[test]}>{words.tests[test]}</Mark>}
      {isSet && error !== null && <span className="muted">{sayDeliveryError(error, locale)}</span>}
    </div>
  );
}

/** The ways that alerts take, which of them are set, and a test of all of them. */
export function AlertWays({ alerts: { ways, testedAt } }: { alerts: Alerts }) {
  const words = useWords(healthWords).alerts;
  const locale = useLocale();
  const client = useQueryClient();
  const readAgain = () => client.invalidateQueries({ queryKey: healthKey });
  const test = useMutation({
    mutationFn: testAlerts,
    onError: (error) => showToast(errorSentence(error)),
    onSettled: readAgain,
  });
  const isRunning = test.isSuccess && ways.some((one) => one.isSet && one.test === "waits");
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => void client.invalidateQueries({ queryKey: healthKey }), READ_EVERY_MS);
    return () => clearInterval(timer);
  }, [isRunning, client]);
  return (
    <section className="section" data-testid="alerts">
      <h2 className="cap">{words.title}</h2>
      <p className="muted">{words.line}</p>
      {ways.map((way) => (
        <Row key={way.way} way={way} />
      ))}
      <Action tone="quiet" busy={test.isPending} onPress={() => test.mutate()} testId="test-alerts">
        {words.test}
      </Action>
      {testedAt !== null && (
        <p className="muted" role="status" data-testid="alerts-tested">
          {words.testedAt(`${dayInWords(dayOf(testedAt), dayOf(serverNow()), locale)}, ${clockOf(testedAt)}`)}
        </p>
      )}
    </section>
  );
}
