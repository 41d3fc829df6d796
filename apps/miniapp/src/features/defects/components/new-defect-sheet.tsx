import type { ObjectCard } from "@stsphera/contracts";
import { newDefectForms } from "@stsphera/contracts/defects/forms";
import { worksOn } from "@stsphera/contracts/defects/works-on";
import { shortWorkName } from "@stsphera/contracts/format";
import type { Answers } from "@stsphera/contracts/forms";
import { useQuery } from "@tanstack/react-query";
import { useCreate } from "../../../kit/entity/use-create.ts";
import { FormSheet } from "../../../kit/form/form-sheet.tsx";
import { useChoosable } from "../../../kit/people/use-choosable.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { getFacadeMap } from "../../../shared/requests/get-facade-map.ts";
import { defectWords } from "../defect-words.ts";

type Props = {
  object: ObjectCard;
  /** The place it was opened for. */
  given?: Answers;
  onClose: () => void;
};

/** The works of a facade by its id; none until they are read. */
function useWorks(objectId: number) {
  const map = useQuery({
    queryKey: ["facade-map", objectId, "all"],
    queryFn: () => getFacadeMap(objectId, "all"),
  }).data;
  return (facadeId: string) =>
    (map === undefined ? [] : worksOn(map, facadeId)).map(({ id, name }) => ({
      value: String(id),
      text: shortWorkName(name),
    }));
}

/** Reports a defect of an object and opens it. */
export function NewDefectSheet({ object, given = {}, onClose }: Props) {
  const words = useWords(defectWords);
  const choosable = useChoosable();
  const works = useWorks(object.id);
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
      options={(from, { facadeId }) =>
        from === "works"
          ? works(String(facadeId ?? ""))
          : (from === "facades" ? facades : floors).map(({ id, code }) => ({ value: String(id), text: code }))
      }
      onSend={report}
      onClose={onClose}
    />
  );
}
