import type { ObjectCard } from "@stsphera/contracts";
import { newSupplyForms } from "@stsphera/contracts/supply/forms";
import { useCreate } from "../../../kit/entity/use-create.ts";
import { FormSheet } from "../../../kit/form/form-sheet.tsx";
import { useWords } from "../../../shared/i18n/locale.ts";
import { supplyWords } from "../supply-words.ts";

/** Requests materials for an object and opens the order. */
export function NewSupplySheet({ object, onClose }: { object: ObjectCard; onClose: () => void }) {
  const words = useWords(supplyWords);
  const { id: objectId } = object;
  const request = useCreate({
    path: `/api/objects/${objectId}/supply-orders`,
    line: words.one,
    list: `/objects/${objectId}/supply`,
    contract: (c) => c.supplyCreated,
    pageOf: (id) => `/supply/${id}`,
    onClose,
  });
  return (
    <FormSheet
      form={newSupplyForms.create}
      card={{ objects: [], object }}
      scope="new_supply.create"
      draft={`new_supply.${objectId}`}
      title={words.one}
      caption={object.name}
      send={words.send}
      objectId={objectId}
      today={object.today}
      onSend={request}
      onClose={onClose}
    />
  );
}
