import type { TaskCard } from "@stsphera/contracts";
import { asksNothing } from "@stsphera/contracts/forms";
import { shortName } from "@stsphera/contracts/format";
import { taskForms } from "@stsphera/contracts/tasks/forms";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { QueuedAbout, useQueuedAbout } from "../../kit/queued-here.tsx";
import { FormSheet } from "../../kit/form/form-sheet.tsx";
import { useActs } from "../../kit/entity/use-acts.ts";
import { useObjectTeam } from "../../kit/people/use-object-team.ts";
import { queryKeys } from "../../shared/api/query-keys.ts";
import { useSession } from "../../shared/api/session.ts";
import { useQuiet } from "../../shared/use-quiet.ts";
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
import { TaskLadder } from "./components/task-ladder.tsx";
import { TaskLines } from "./components/task-lines.tsx";
import { TaskStory } from "./components/task-story.tsx";
import { taskWords } from "./task-words.ts";

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

/** The act whose sheet the address opens: one that was refused and is being mended. */
function askedIn(search: string, { can }: TaskCard): TaskAct | null {
  const act = new URLSearchParams(search).get("act");
  return [...can.actions, ...(can.request?.actions ?? [])].find((action) => action === act) ?? null;
}

function Actions({ task }: { task: TaskCard }) {
  const words = useWords(taskWords);
  const locale = useLocale();
  const session = useSession();
  const readerId = session.kind === "active" ? session.user.id : 0;
  const [asked, setAsked] = useState<TaskAct | null>(() => askedIn(window.location.search, task));
  // Forms alone ask for people: they are read once the task is drawn.
  const isQuiet = useQuiet(true);
  const { workersFor, today } = useObjectTeam(task.objectId, isQuiet || asked !== null);
  const requestOf = (action: TaskAct, input: Readonly<Record<string, unknown>>) =>
    taskRequest(task, action, input);
  const about = {
    title: task.title,
    href: `/tasks/${task.id}`,
    caption: (action: TaskAct) => (action === "comment" ? words.write : actionCaption(action, locale)),
  };
  const acts = useActs<TaskAct>({ feature: "task", forms: FORMS, requestOf, undo: "undo", about });
  const offered = offeredActions(task, readerId);
  // A move that waits on the phone will change what may be done next.
  const waits = useQueuedAbout(about.href).some(
    ({ describe, state }) => describe.thing === "act" && state === "waiting",
  );
  const { main, others } = waits ? { main: null, others: [] } : offered;
  const press = (action: TaskAct) => (asksNothing(FORMS[action]) ? void acts.now(action) : setAsked(action));
  const mayWrite = task.can.actions.includes("comment");
  const withoutOf = (from: string) => (from === "helpers" ? readerId : task.assignee?.id);
  return (
    <>
      <section className="section">
        <QueuedAbout about={about.href} />
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
          onSend={async (input, key, sent) => {
            await acts.send(asked, input, key, sent);
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
            <TaskLadder ladder={task.ladder} />
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
            <Checklist items={task.checklist} task={task} />
            <TaskStory task={task} comments={comments.data?.items ?? []} onExpired={again} />
            <Actions task={task} />
          </>
        )}
      </QueryView>
    </>
  );
}
