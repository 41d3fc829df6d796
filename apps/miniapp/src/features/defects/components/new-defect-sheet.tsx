import type { ObjectCard } from "@stsphera/contracts";
import { newDefectForms } from "@stsphera/contracts/defects/forms";
import type { Answers } from "@stsphera/contracts/forms";
import { useCreate } from "../../../kit/entity/use-create.ts";
import { FormSheet } from "../../../kit/form/form-sheet.tsx";
import { useChoosable } from "../../../kit/people/use-choosable.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { defectWords } from "../defect-words.ts";

type Props = {
  object: ObjectCard;
  /** The place it was opened for. */
  given?: Answers;
  onClose: () => void;
};

/** Reports a defect of an object and opens it. */
export function NewDefectSheet({ object, given = {}, onClose }: Props) {
  const words = useWords(defectWords);
  const choosable = useChoosable();
  const { id: objectId, facades, floors } = object;
  const report = useCreate({
    path: `/api/objects/${objectId}/defects`,
    line: words.one,
    list: `/objects/${objectId}/defects`,
    contract: (c) => c.defectCreated,
    pageOf: (id) => `/defects/${id}`,
    onClose,
  });
  return (
    <FormSheet
      form={newDefectForms.create}
      card={{ objects: [], object }}
      scope="new_defect.create"
      draft={`new_defect.${objectId}`}
      title={words.one}
      caption={object.name}
      send={words.send}
      objectId={objectId}
      today={object.today}
      given={given}
      people={(field) => choosable(object, field)}
      options={(from) =>
        (from === "facades" ? facades : floors).map(({ id, code }) => ({ value: String(id), text: code }))
      }
      onSend={report}
      onClose={onClose}
    />
  );
}
