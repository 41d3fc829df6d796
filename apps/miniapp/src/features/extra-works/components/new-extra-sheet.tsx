import { newExtraForms } from "@stsphera/contracts/extra-works/forms";
import { useCreate } from "../../../kit/entity/use-create.ts";
import { FormSheet } from "../../../kit/form/form-sheet.tsx";
import { serverNow } from "../../../shared/api/server-clock.ts";
import { dayOf } from "../../../shared/format/times.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { extraWords } from "../extra-words.ts";

type Props = { objectId: number; name: string; onClose: () => void };

/** Reports an extra work of an object and opens it. */
export function NewExtraSheet({ objectId, name, onClose }: Props) {
  const words = useWords(extraWords);
  const report = useCreate({
    path: `/api/objects/${objectId}/extra-works`,
    line: words.one,
    list: `/objects/${objectId}/extras`,
    contract: (c) => c.extraCreated,
    pageOf: (id) => `/extras/${id}`,
    onClose,
  });
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
      onSend={report}
      onClose={onClose}
    />
  );
}
