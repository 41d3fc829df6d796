import { useQuery } from "@tanstack/react-query";
import { queryKeys } from "../../shared/api/query-keys.ts";
import { useWords } from "../../shared/i18n/locale.ts";
import { getObject } from "../../shared/requests/get-object.ts";
import { useChoosable } from "../people/use-choosable.ts";
import { isMovable, openTasksOf } from "./hand-over.ts";
import { handOverWords } from "./hand-over-words.ts";
import { HeirChoice } from "./heir-choice.tsx";

/** What a person has on hand on an object, and who could take it over. */
export function useHandOver(objectId: number, userId: number) {
  const choosable = useChoosable();
  const { data: object } = useQuery({
    queryKey: queryKeys.object(objectId),
    queryFn: () => getObject(objectId),
  });
  const { data: tasks } = useQuery({
    queryKey: queryKeys.tasks(objectId, { assignee: String(userId), of: "hand-over" }),
    queryFn: () => openTasksOf(objectId, userId),
  });
  return {
    people: choosable(object, { permission: "task.execute", but: userId }),
    isKnown: tasks !== undefined,
    movable: tasks?.filter(isMovable) ?? [],
    others: tasks?.filter((task) => !isMovable(task)) ?? [],
  };
}

type Props = ReturnType<typeof useHandOver> & {
  chosen: number | null;
  /** Whether the tasks may also stay where they are. */
  mayStay: boolean;
  onChoose: (userId: number | null) => void;
};

/** «3 открытые задачи: передать кому?» */
export function HandOverChoice({ people, movable, others, chosen, mayStay, onChoose }: Props) {
  const words = useWords(handOverWords);
  return (
    <>
      {movable.length > 0 && (
        <HeirChoice
          people={people}
          question={words.question(movable.length)}
          nobody={mayStay ? words.stays : null}
          chosen={chosen}
          onChoose={onChoose}
          testId="hand-over"
        />
      )}
      {others.length > 0 && <p className="muted">{words.unmoved(others.length)}</p>}
    </>
  );
}
