import { shortName } from "@stsphera/contracts/format";
import { journalForms } from "@stsphera/contracts/facts/forms";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useActs } from "../../../kit/entity/use-acts.ts";
import { FormSheet } from "../../../kit/form/form-sheet.tsx";
import { PhotoStrip } from "../../../kit/photos/photo-strip.tsx";
import { queryKeys } from "../../../shared/api/query-keys.ts";
import { clockOf } from "../../../shared/format/times.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { Chip, Chips } from "../../../shared/ui/chip.tsx";
import { listJournal } from "../api/journal.ts";
import { journalWords } from "../journal-words.ts";

type Props = { objectId: number; date: string; today: string; mayAdd: boolean };

/** Photos of the day that belong to no entry: how the site looked, deliveries, weather. */
export default function DayJournal({ objectId, date, today, mayAdd }: Props) {
  const words = useWords(journalWords);
  const [adding, setAdding] = useState(false);
  const query = useQuery({
    queryKey: queryKeys.journal(objectId, date),
    queryFn: () => listJournal(objectId, date),
  });
  const acts = useActs<"add">({
    feature: "journal",
    forms: journalForms,
    requestOf: (_action, input) => ({
      method: "POST",
      path: `/api/objects/${objectId}/journal`,
      body: { date, ...input },
    }),
  });
  const items = query.data?.items ?? [];
  if (query.error !== null && query.data === undefined) return null;
  const photos = items.map(({ photo, author, createdAt, caption }) => ({
    ...photo,
    caption: [shortName(author), clockOf(createdAt), ...(caption === null ? [] : [caption])].join(" · "),
  }));
  return (
    <section className="section" data-testid="journal">
      <div className="spread">
        <h2 className="cap">{words.title}</h2>
        {query.data && <span className="dim tabular">{items.length}</span>}
      </div>
      {query.data !== undefined && items.length === 0 && (
        <p className="muted">{mayAdd ? words.empty : words.none}</p>
      )}
      <PhotoStrip
        title={words.title}
        photos={photos}
        onExpired={() => void query.refetch()}
        testId="journal-photo"
      />
      {mayAdd && (
        <Chips>
          <Chip onPress={() => setAdding(true)} testId="add-journal">
            {words.add}
          </Chip>
        </Chips>
      )}
      {adding && (
        <FormSheet
          form={journalForms.add}
          card={{}}
          scope="journal.add"
          draft={`journal.${objectId}`}
          title={words.title}
          send={words.send}
          objectId={objectId}
          today={today}
          onSend={async (input, key) => {
            await acts.send("add", input, key);
            setAdding(false);
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </section>
  );
}
