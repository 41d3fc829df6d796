import { newTaskForms } from "@stsphera/contracts/tasks/forms";
import { useQueryClient } from "@tanstack/react-query";
import { FormSheet } from "../../../kit/form/form-sheet.tsx";
import type { SentForm } from "../../../kit/form/form-sheet-props.ts";
import { newKey } from "../../../shared/api/request.ts";
import { sendOrQueue } from "../../../shared/offline/send-or-queue.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { goTo } from "../../../shared/navigation.ts";
import { taskWords } from "../task-words.ts";
import { useObjectTeam } from "../use-object-team.ts";

type Input = Readonly<Record<string, unknown>>;
type Props = { objectId: number; onClose: () => void };

/** Sets a task on an object and opens it. */
export function NewTaskSheet({ objectId, onClose }: Props) {
  const words = useWords(taskWords);
  const client = useQueryClient();
  const { workersFor, today, name } = useObjectTeam(objectId);
  const create = async (input: Input, key: string, { photos, photosAs }: SentForm) => {
    const path = `/api/objects/${objectId}/tasks`;
    const describe = { thing: "act", title: String(input["title"]), line: words.newTask } as const;
    const href = `/objects/${objectId}/tasks`;
    const files = photos.map(({ blob, name: file }) => ({
      key: newKey(),
      objectId,
      blob,
      name: file,
      fileId: null,
    }));
    const done = await sendOrQueue(
      { key, method: "POST", path, body: input, describe: { ...describe, href }, files, filesAs: photosAs },
      (c) => c.taskCreated,
    );
    onClose();
    if (done.kind === "queued") return;
    await client.invalidateQueries();
    goTo(`/tasks/${done.answer.id}`);
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
