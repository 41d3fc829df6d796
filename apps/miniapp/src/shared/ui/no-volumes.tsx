import { useQuery } from "@tanstack/react-query";
import { queryKeys } from "../api/query-keys.ts";
import { useWords } from "../i18n/locale.ts";
import { objectWords } from "../i18n/object-words.ts";
import { getObject } from "../requests/get-object.ts";
import { Link } from "./link.tsx";
import { NoticeBlock } from "./notice-block.tsx";

/** An object without a plan: who may fill it in is led there, others read who does. */
export function NoVolumes({ id }: { id: number }) {
  const words = useWords(objectWords);
  const { data } = useQuery({ queryKey: queryKeys.object(id), queryFn: () => getObject(id) });
  const fills = data?.can.permissions.includes("volume.edit") === true;
  return (
    <NoticeBlock
      title={words.noFacades}
      line={
        fills ? (
          <Link to={`/objects/${id}/setup/volumes`} className="plain-button" testId="fill-volumes">
            {words.fillVolumes}
          </Link>
        ) : (
          words.noFacadesLine
        )
      }
      testId="empty"
    />
  );
}
