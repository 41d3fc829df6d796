import type { AvailableUser } from "@stsphera/contracts";
import { useState } from "react";
import { EntityList, useEntityList } from "../../../kit/list/entity-list.tsx";
import { SearchField } from "../../../kit/list/search-field.tsx";
import { roleCaptions } from "../../../shared/i18n/captions.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { Sheet } from "../../../shared/ui/sheet.tsx";
import { listAvailable, teamKeys } from "../api/team-requests.ts";
import { teamWords } from "../team-words.ts";
import { useTeamSave } from "../use-team-save.ts";
import { RolesSheet } from "./roles-sheet.tsx";
import "../../../kit/form/form.css";

type Props = { objectId: number; onClose: () => void };

/** Adds a person of the company: found by name, then in one role or several. */
export function AddSheet({ objectId, onClose }: Props) {
  const words = useWords(teamWords);
  const captions = useWords(roleCaptions);
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState<AvailableUser | null>(null);
  const save = useTeamSave(objectId);
  const list = useEntityList(teamKeys.available(objectId, search), (cursor) =>
    listAvailable(objectId, search, cursor),
  );
  if (chosen !== null)
    return (
      <RolesSheet
        title={words.whichRoles}
        person={chosen.fullName}
        held={chosen.roles}
        send={words.add}
        onSend={async (roles, key) => {
          await save({ userId: chosen.id, roles }, words.added(chosen.fullName), key);
          onClose();
        }}
        onClose={() => setChosen(null)}
      />
    );
  const noteOf = ({ role, member, roles }: AvailableUser): string =>
    member ? `${words.inTeam}: ${roles.map((one) => captions[one]).join(", ")}` : captions[role];
  return (
    <Sheet title={words.whom} onClose={onClose} testId="add-sheet">
      <div className="stack">
        <SearchField value={search} label={words.search} onChange={(value) => setSearch(value.trim())} />
        <EntityList
          list={list}
          keyOf={({ id }) => id}
          renderRow={(person) => (
            <button
              type="button"
              className="card stack team-choice"
              onClick={() => setChosen(person)}
              data-testid={`add-person-${person.id}`}
            >
              <b>{person.fullName}</b>
              <span className="muted">{noteOf(person)}</span>
            </button>
          )}
          empty={{ title: words.nobody, line: words.nobodyLine }}
          testId="available"
        />
      </div>
    </Sheet>
  );
}
