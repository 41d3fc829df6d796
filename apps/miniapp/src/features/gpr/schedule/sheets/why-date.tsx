import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { errorSentence } from "../../../../shared/api/error-sentence.ts";
import { queryKeys } from "../../../../shared/api/query-keys.ts";
import { useWords } from "../../../../shared/i18n/locale.ts";
import { getGprWhy } from "../../api/gpr-requests.ts";
import { rowWords } from "../row-words.ts";

type Props = { gprId: number; rowKey: string; onOpen: (key: string) => void };

/** «Почему эта дата?»: one sentence, and the way to the row that decides it. */
export function WhyDate({ gprId, rowKey, onOpen }: Props) {
  const words = useWords(rowWords);
  const [asked, setAsked] = useState(false);
  const { data, error } = useQuery({
    queryKey: queryKeys.gprWhy(gprId, rowKey),
    queryFn: () => getGprWhy(gprId, rowKey),
    enabled: asked,
  });
  if (!asked) {
    return (
      <button type="button" className="plain-button" onClick={() => setAsked(true)} data-testid="why-date">
        {words.why}
      </button>
    );
  }
  const driver = data?.drivenBy ?? null;
  return (
    <div className="card stack" role="status" data-testid="why-answer">
      <p>{error === null ? data?.text : errorSentence(error)}</p>
      {driver !== null && driver.key !== rowKey && (
        <button
          type="button"
          className="plain-button"
          onClick={() => onOpen(driver.key)}
          data-testid="why-row"
        >
          {words.toDriver(`${driver.number} ${driver.name}`)}
        </button>
      )}
    </div>
  );
}
