import type { TaskCard } from "@stsphera/contracts";
import { asksNothing } from "@stsphera/contracts/forms";
import { shortName } from "@stsphera/contracts/format";
import { taskForms } from "@stsphera/contracts/tasks/forms";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { FormSheet } from "../../kit/form/form-sheet.tsx";
import { useActs } from "../../kit/entity/use-acts.ts";
import { queryKeys } from "../../shared/api/query-keys.ts";
import { useSession } from "../../shared/api/session.ts";
import { sayDay } from "../../shared/format/say-day.ts";
import { useLocale, useWords } from "../../shared/i18n/locale.ts";
import { ActionBar } from "../../shared/ui/action-bar.tsx";
import { Chip, Chips } from "../../shared/ui/chip.tsx";
import { Mark } from "../../shared/ui/mark.tsx";
import { PageHeader } from "../../shared/ui/page-header.tsx";
import { QueryView } from "../../shared/ui/query-view.tsx";
import { actionCaption, offeredActions } from "./action-order.ts";
import { getTask, listTaskComments, type TaskAct, taskRequest } from "./api/task-requests.ts";
import { Checklist } from "./components/checklist.tsx";
import { TaskFiles } from "./components/task-files.tsx";
import { TaskLines } from "./components/task-lines.tsx";
import { TaskStory } from "./components/task-story.tsx";
import { taskWords } from "./task-words.ts";
import { useObjectTeam } from "./use-object-team.ts";

const EVERY_MS = 20_000;
const FORMS = taskForms as Readonly<Record<TaskAct, (typeof taskForms)[TaskAct]>>;

/** Who is asked for another date, above everything else. */
function AskedDay({ task }: { task: TaskCard }) {
  const words = useWords(taskWords);
  const locale = useLocale();
  const open = task.reschedules.find(({ status }) => status === "open");
  if (open === undefined) return null;
  const day = sayDay(open.toDay, locale);
  return (
    <div className="section" data-testid="asked-day">
      <Mark tone="violet">{words.asksDay(shortName(open.requestedBy.fullName), day)}</Mark>
      <span className="muted">{open.reason}</span>
    </div>
  );
}

function Actions({ task }: { task: TaskCard }) {
  const words = useWords(taskWords);
  const locale = useLocale();
  const session = useSession();
  const readerId = session.kind === "active" ? session.user.id : 0;
  const { workersFor, today } = useObjectTeam(task.objectId);
  const [asked, setAsked] = useState<TaskAct | null>(null);
  const requestOf = (action: TaskAct, input: Readonly<Record<string, unknown>>) =>
    taskRequest(task, action, input);
  const acts = useActs<TaskAct>({ feature: "task", forms: FORMS, requestOf, undo: "undo" });
  const { main, others } = offeredActions(task, readerId);
  const press = (action: TaskAct) => (asksNothing(FORMS[action]) ? void acts.now(action) : setAsked(action));
  const mayWrite = task.can.actions.includes("comment");
  const withoutOf = (from: string) => (from === "helpers" ? readerId : task.assignee?.id);
  return (
    <>
      <section className="section">
        <Chips>
          {mayWrite && (
            <Chip onPress={() => press("comment")} testId="act-comment">
              {words.write}
            </Chip>
          )}
          {others.map((action) => (
            <Chip key={action} disabled={acts.busy} onPress={() => press(action)} testId={`act-${action}`}>
              {actionCaption(action, locale)}
            </Chip>
          ))}
        </Chips>
      </section>
      {main !== null && asked === null && (
        <ActionBar
          ofPage
          text={actionCaption(main, locale)}
          enabled={!acts.busy}
          busy={acts.busy}
          onPress={() => press(main)}
          testId={`act-${main}`}
        />
      )}
      {asked !== null && (
        <FormSheet
          form={FORMS[asked]}
          card={task}
          scope={`task.${asked}`}
          draft={`task.${asked}.${task.id}`}
          title={asked === "comment" ? words.write : actionCaption(asked, locale)}
          caption={task.title}
          send={asked === "comment" ? words.write : actionCaption(asked, locale)}
          objectId={task.objectId}
          today={today}
          people={(field) => workersFor(field).filter(({ id }) => id !== withoutOf(field.from))}
          onSend={async (input, key) => {
            await acts.send(asked, input, key);
            setAsked(null);
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}

/** One task: how it stands, what happened and was said, and everything its reader may do with it. */
export default function TaskPage({ id }: { id: number }) {
  const words = useWords(taskWords);
  const query = useQuery({
    queryKey: queryKeys.task(id),
    queryFn: () => getTask(id),
    refetchInterval: EVERY_MS,
  });
  const comments = useQuery({
    queryKey: queryKeys.taskComments(id),
    queryFn: () => listTaskComments(id),
    refetchInterval: EVERY_MS,
  });
  const again = () => void Promise.all([query.refetch(), comments.refetch()]);
  return (
    <>
      <PageHeader title={words.one} />
      <QueryView query={query}>
        {(task) => (
          <>
            <AskedDay task={task} />
            <TaskLines task={task} />
            {task.files.some(({ commentId }) => commentId === null) && (
              <section className="section">
                <h2 className="cap">{words.files}</h2>
                <TaskFiles
                  files={task.files.filter(({ commentId }) => commentId === null)}
                  title={task.title}
                  onExpired={again}
                />
              </section>
            )}
            <Checklist items={task.checklist} />
            <TaskStory task={task} comments={comments.data?.items ?? []} onExpired={again} />
            <Actions task={task} />
          </>
        )}
      </QueryView>
    </>
  );
}
