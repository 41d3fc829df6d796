import { nameHas } from "@stsphera/contracts/forms";
import { workersOf } from "@stsphera/contracts/objects/workers";
import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { queryKeys } from "../../shared/api/query-keys.ts";
import { roleCaptions } from "../../shared/i18n/captions.ts";
import { useWords } from "../../shared/i18n/locale.ts";
import { getObject } from "../../shared/requests/get-object.ts";
import { formWords } from "../form/form-words.ts";
import { isMovable, openTasksOf } from "./hand-over.ts";
import { handOverWords } from "./hand-over-words.ts";
import "../form/form.css";

const FEW = 6;

/** What a person has on hand on an object, and who could take it over. */
export function useHandOver(objectId: number, userId: number) {
  const captions = useWords(roleCaptions);
  const { data: object } = useQuery({
    queryKey: queryKeys.object(objectId),
    queryFn: () => getObject(objectId),
  });
  const { data: tasks } = useQuery({
    queryKey: queryKeys.tasks(objectId, { assignee: String(userId), of: "hand-over" }),
    queryFn: () => openTasksOf(objectId, userId),
  });
  const people = (object === undefined ? [] : workersOf(object, "task.execute"))
    .filter(({ id }) => id !== userId)
    .map(({ id, fullName, roles }) => ({
      id,
      fullName,
      note: roles.map((role) => captions[role]).join(" · "),
    }));
  return {
    people,
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
  const { search: label, nobodyFound } = useWords(formWords);
  const [search, setSearch] = useState("");
  const group = useId();
  const found = people.filter(({ fullName }) => nameHas(fullName, search));
  const row = (id: number | null, text: string, note?: string) => (
    <label key={id ?? 0} className="form-choice">
      <input
        type="radio"
        name={group}
        checked={chosen === id}
        onChange={() => onChoose(id)}
        data-testid={`hand-over-${id ?? "none"}`}
      />
      <span>
        {text}
        {note !== undefined && <small className="muted">{note}</small>}
      </span>
    </label>
  );
  return (
    <>
      {movable.length > 0 && (
        <fieldset className="form-field" data-testid="hand-over">
          <legend className="form-label">{words.question(movable.length)}</legend>
          {people.length > FEW && (
            <input
              type="search"
              className="form-input"
              value={search}
              placeholder={label}
              aria-label={label}
              onChange={({ target }) => setSearch(target.value)}
              data-testid="hand-over-search"
            />
          )}
          <div className="form-choices">
            {mayStay && search === "" && row(null, words.stays)}
            {found.map(({ id, fullName, note }) => row(id, fullName, note))}
            {found.length === 0 && <p className="muted">{nobodyFound}</p>}
          </div>
        </fieldset>
      )}
      {others.length > 0 && <p className="muted">{words.unmoved(others.length)}</p>}
    </>
  );
}
