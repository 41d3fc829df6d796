import { newTaskForms } from "@stsphera/contracts/tasks/forms";
import { useQueryClient } from "@tanstack/react-query";
import { FormSheet } from "../../../kit/form/form-sheet.tsx";
import { write } from "../../../shared/api/request.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { goTo } from "../../../shared/navigation.ts";
import { taskWords } from "../task-words.ts";
import { useObjectTeam } from "../use-object-team.ts";

type Props = { objectId: number; onClose: () => void };

/** Sets a task on an object and opens it. */
export function NewTaskSheet({ objectId, onClose }: Props) {
  const words = useWords(taskWords);
  const client = useQueryClient();
  const { workersFor, today, name } = useObjectTeam(objectId);
  const create = async (input: Readonly<Record<string, unknown>>, key: string) => {
    const path = `/api/objects/${objectId}/tasks`;
    const { id } = await write("POST", path, { body: input, key }, (c) => c.taskCreated);
    onClose();
    await client.invalidateQueries();
    goTo(`/tasks/${id}`);
  };
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
