import { newExtraForms } from "@stsphera/contracts/extra-works/forms";
import { useQueryClient } from "@tanstack/react-query";
import { FormSheet } from "../../../kit/form/form-sheet.tsx";
import type { SentForm } from "../../../kit/form/form-sheet-props.ts";
import { newKey } from "../../../shared/api/request.ts";
import { serverNow } from "../../../shared/api/server-clock.ts";
import { dayOf } from "../../../shared/format/times.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { goTo } from "../../../shared/navigation.ts";
import { sendOrQueue } from "../../../shared/offline/send-or-queue.ts";
import { extraWords } from "../extra-words.ts";

type Props = { objectId: number; name: string; onClose: () => void };

/** Reports an extra work of an object and opens it. */
export function NewExtraSheet({ objectId, name, onClose }: Props) {
  const words = useWords(extraWords);
  const client = useQueryClient();
  const send = async (
    input: Readonly<Record<string, unknown>>,
    key: string,
    { photos, photosAs }: SentForm,
  ) => {
    const path = `/api/objects/${objectId}/extra-works`;
    const href = `/objects/${objectId}/extras`;
    const describe = { thing: "act", title: String(input["title"]), line: words.one, href } as const;
    const files = photos.map(({ blob, name: file }) => ({
      key: newKey(),
      objectId,
      blob,
      name: file,
      fileId: null,
    }));
    const done = await sendOrQueue(
      { key, method: "POST", path, body: input, describe, files, filesAs: photosAs },
      (c) => c.extraCreated,
    );
    onClose();
    if (done.kind === "queued") return;
    await client.invalidateQueries();
    goTo(`/extras/${done.answer.id}`);
  };
  return (
    <FormSheet
      form={newExtraForms.create}
      card={{ objects: [], object: null }}
      scope="new_extra.create"
      draft={`new_extra.${objectId}`}
      title={words.one}
      caption={name}
      send={words.send}
      objectId={objectId}
      today={dayOf(serverNow())}
      onSend={send}
      onClose={onClose}
    />
  );
}
