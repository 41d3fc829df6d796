import { newTaskForms } from "@stsphera/contracts/tasks/forms";
import { useCreate } from "../../../kit/entity/use-create.ts";
import { FormSheet } from "../../../kit/form/form-sheet.tsx";
import { useObjectTeam } from "../../../kit/people/use-object-team.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { taskWords } from "../task-words.ts";

type Props = { objectId: number; onClose: () => void };

/** Sets a task on an object and opens it. */
export function NewTaskSheet({ objectId, onClose }: Props) {
  const words = useWords(taskWords);
  const { workersFor, today, name } = useObjectTeam(objectId);
  const create = useCreate({
    path: `/api/objects/${objectId}/tasks`,
    line: words.newTask,
    list: `/objects/${objectId}/tasks`,
    contract: (c) => c.taskCreated,
    pageOf: (id) => `/tasks/${id}`,
    onClose,
  });
  return (
    <FormSheet
      form={newTaskForms.create}
      card={{ objects: [], object: null }}
      scope="new_task.create"
      draft={`new_task.${objectId}`}
      title={words.newTask}
      caption={name}
      send={words.setTask}
      objectId={objectId}
      today={today}
      people={workersFor}
      onSend={create}
      onClose={onClose}
    />
  );
}
