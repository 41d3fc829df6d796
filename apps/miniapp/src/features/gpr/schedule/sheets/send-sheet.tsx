import type { GprCard } from "@stsphera/contracts";
import { shortName } from "@stsphera/contracts/format";
import { ROLE_CAPTIONS } from "@stsphera/contracts/people/captions";
import { SIGNER_ROLES, type SignerRole } from "@stsphera/schedule/versions";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { ApiError } from "../../../../shared/api/api-error.ts";
import { errorSentence } from "../../../../shared/api/error-sentence.ts";
import { queryKeys } from "../../../../shared/api/query-keys.ts";
import { act, newKey } from "../../../../shared/api/request.ts";
import { useLocale, useWords } from "../../../../shared/i18n/locale.ts";
import { getObject } from "../../../../shared/requests/get-object.ts";
import { hapticSuccess } from "../../../../shared/telegram/haptics.ts";
import { ActionBar } from "../../../../shared/ui/action-bar.tsx";
import { Link } from "../../../../shared/ui/link.tsx";
import { Sheet } from "../../../../shared/ui/sheet.tsx";
import { showToast } from "../../../../shared/ui/toast-store.ts";
import { Line, Lines } from "../../../../kit/entity/lines.tsx";
import { gprRequest } from "../../api/gpr-requests.ts";
import type { BoardRow } from "../board/layout.ts";
import { bulkWords } from "../bulk-words.ts";
import { type Obstacle, obstaclesOf } from "../model/obstacles.ts";

type Props = {
  gpr: GprCard;
  rows: readonly BoardRow[];
  onOpen: (key: string) => void;
  onClose: () => void;
};

/** Sends a draft to its five signers, or lists all that forbids it, each leading to its row. */
export default function SendSheet({ gpr, rows, onOpen, onClose }: Props) {
  const words = useWords(bulkWords);
  const captions = ROLE_CAPTIONS[useLocale()];
  const client = useQueryClient();
  const { objectId } = gpr;
  const object = useQuery({ queryKey: queryKeys.object(objectId), queryFn: () => getObject(objectId) }).data;
  const [busy, setBusy] = useState(false);
  const [obstacles, setObstacles] = useState<readonly Obstacle[]>([]);
  const key = useRef(newKey());
  const send = async () => {
    setBusy(true);
    setObstacles([]);
    try {
      const { method, path, body } = gprRequest(gpr, "send", {});
      await act(method, path, { body, key: key.current });
      hapticSuccess();
      showToast(words.sent);
      onClose();
    } catch (error) {
      const found = error instanceof ApiError ? obstaclesOf(error.details.details) : [];
      setObstacles(found.length > 0 ? found : [{ message: errorSentence(error), row: null }]);
      if (error instanceof ApiError) key.current = newKey();
    } finally {
      setBusy(false);
      void client.invalidateQueries();
    }
  };
  const rowOf = (number: number | null) => rows.find((row) => row.number === number);
  const namesOf = (role: SignerRole) =>
    object?.team
      .filter(({ status, roles }) => status === "active" && roles.includes(role))
      .map(({ fullName }) => shortName(fullName))
      .join(" / ") || null;
  return (
    <Sheet
      title={words.sendTitle}
      caption={gpr.title}
      onClose={onClose}
      testId="send-sheet"
      footer={
        <ActionBar
          text={words.sendNow}
          enabled={obstacles.length === 0}
          busy={busy}
          onPress={() => void send()}
          testId="send-now"
        />
      }
    >
      <p>{words.sendLine}</p>
      {object !== undefined && (
        <section>
          <h3 className="cap">{words.sendTo}</h3>
          <Lines>
            {SIGNER_ROLES.map((role) => (
              <Line key={role} label={captions[role]}>
                {namesOf(role) ?? words.nobody}
              </Line>
            ))}
          </Lines>
        </section>
      )}
      {obstacles.length > 0 && (
        <section className="stack" role="alert" data-testid="obstacles">
          <b>{words.forbids}</b>
          {obstacles.map(({ message, row: number }) => {
            const row = rowOf(number);
            return (
              <div key={message} className="card stack">
                <p>{message}</p>
                {row !== undefined && (
                  <button
                    type="button"
                    className="plain-button"
                    onClick={() => onOpen(row.key)}
                    data-testid={`obstacle-${row.number}`}
                  >
                    {words.openRow(`${row.number} ${row.name}`)}
                  </button>
                )}
              </div>
            );
          })}
          <Link to={`/objects/${objectId}/team`} className="plain-button">
            {words.toTeam}
          </Link>
        </section>
      )}
    </Sheet>
  );
}
