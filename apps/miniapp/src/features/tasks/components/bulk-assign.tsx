import type { TaskSummary } from "@stsphera/contracts";
import { bulkAssignForms } from "@stsphera/contracts/tasks/forms";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormSheet } from "../../../kit/form/form-sheet.tsx";
import { useObjectTeam } from "../../../kit/people/use-object-team.ts";
import { actOrQueue } from "../../../shared/offline/send-or-queue.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { ActionBar } from "../../../shared/ui/action-bar.tsx";
import { showToast } from "../../../shared/ui/toast-store.ts";
import { taskWords } from "../task-words.ts";

type Props = { objectId: number; tasks: readonly TaskSummary[]; onDone: () => void };

/** Gives the chosen tasks to one person: all of them, or none. */
export function BulkAssign({ objectId, tasks, onDone }: Props) {
  const words = useWords(taskWords);
  const client = useQueryClient();
  const { workersFor, today } = useObjectTeam(objectId);
  const [asking, setAsking] = useState(false);
  const text = words.giveTo(tasks.length);
  const give = async (input: Readonly<Record<string, unknown>>, key: string) => {
    const body = { ...input, tasks: tasks.map(({ id, version }) => ({ id, version })) };
    const path = `/api/objects/${objectId}/tasks/assign`;
    const describe = { thing: "act", title: text, line: text, href: `/objects/${objectId}/tasks` } as const;
    if (await actOrQueue({ key, method: "POST", path, body, describe })) showToast(words.given);
    await client.invalidateQueries();
    onDone();
  };
  if (!asking)
    return (
      <ActionBar
        ofPage
        text={text}
        enabled
        busy={false}
        onPress={() => setAsking(true)}
        testId="bulk-assign"
      />
    );
  return (
    <FormSheet
      form={bulkAssignForms.assign}
      card={{ taken: tasks.some(({ assignee }) => assignee !== null) }}
      scope="bulk_task.assign"
      draft={`bulk_task.${objectId}`}
      title={text}
      send={text}
      objectId={objectId}
      today={today}
      people={workersFor}
      onSend={give}
      onClose={() => setAsking(false)}
    />
  );
}
