import type { GprContent } from "@stsphera/contracts";
import { workersOf } from "@stsphera/contracts/objects/workers";
import { useQuery } from "@tanstack/react-query";
import { queryKeys } from "../../../../shared/api/query-keys.ts";
import { useWords } from "../../../../shared/i18n/locale.ts";
import { getObject } from "../../../../shared/requests/get-object.ts";
import { rowWords } from "../row-words.ts";

/** Members of the team who may answer for rows, and those who do already, as choices. */
export function useOwners({ objectId, people }: GprContent): { value: string; text: string }[] {
  const words = useWords(rowWords);
  const team = useQuery({ queryKey: queryKeys.object(objectId), queryFn: () => getObject(objectId) }).data;
  const members = (team === undefined ? [] : workersOf(team, undefined)).filter(({ roles }) =>
    roles.some((role) => role !== "viewer"),
  );
  const listed = new Map([...people, ...members].map(({ id, fullName }) => [id, fullName]));
  return [
    { value: "", text: words.nobody },
    ...[...listed]
      .map(([id, fullName]) => ({ value: String(id), text: fullName }))
      .sort((a, b) => a.text.localeCompare(b.text, "ru")),
  ];
}
