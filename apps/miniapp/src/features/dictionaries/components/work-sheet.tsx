import type { WorkType } from "@stsphera/contracts";
import { workTypeForms } from "@stsphera/contracts/production/forms";
import { useMemo } from "react";
import { useActs } from "../../../kit/entity/use-acts.ts";
import { FormSheet } from "../../../kit/form/form-sheet.tsx";
import { serverNow } from "../../../shared/api/server-clock.ts";
import { dayOf } from "../../../shared/format/times.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { dictionariesWords } from "../dictionaries-words.ts";
import { type WorkAct, workRequest } from "../works-requests.ts";

/** Adds a work, or changes one; what the server refuses of a planned work is told here. */
export function WorkSheet({ work, onClose }: { work: WorkType | null; onClose: () => void }) {
  const words = useWords(dictionariesWords).works;
  const action: WorkAct = work === null ? "create" : "edit";
  const card = useMemo(
    () =>
      work === null
        ? {}
        : {
            name: work.name,
            unit: work.unit,
            normHours: work.normHours.replace(".", ","),
            requiresPhoto: work.requiresPhoto ? "yes" : "no",
          },
    [work],
  );
  const acts = useActs<WorkAct>({
    feature: "work_type",
    forms: workTypeForms,
    requestOf: (_action, input) => workRequest(work, input),
    about: { title: work?.name ?? words.add, href: "/dictionaries/works", caption: () => words.save },
  });
  return (
    <FormSheet
      form={workTypeForms[action]}
      card={card}
      scope={`work_type.${action}`}
      draft={`work_type.${work?.id ?? "new"}`}
      title={work === null ? words.add : words.edit}
      {...(work === null ? {} : { caption: work.name })}
      send={words.save}
      today={dayOf(serverNow())}
      onSend={async (input, key) => {
        await acts.send(action, input, key);
        onClose();
      }}
      onClose={onClose}
    />
  );
}
