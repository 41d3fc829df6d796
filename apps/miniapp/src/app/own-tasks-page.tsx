import { TasksByDay } from "../features/tasks/tasks-by-day.tsx";
import { ProfileFrame } from "../features/profile/components/profile-frame.tsx";

/** The reader's own tasks, by day. */
export function OwnTasksPage() {
  return (
    <ProfileFrame here="tasks">
      <TasksByDay />
    </ProfileFrame>
  );
}
