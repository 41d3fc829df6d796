import { useQuery } from "@tanstack/react-query";
import { queryKeys } from "../../../shared/api/query-keys.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { objectWords } from "../../../shared/i18n/object-words.ts";
import { getObject } from "../../../shared/requests/get-object.ts";
import { Link } from "../../../shared/ui/link.tsx";
import { maySetUp } from "../../../shared/ui/object-sections/may-set-up.ts";

/** The way to what an object is made of, also where its chip is out of sight. */
export function SetupLink({ id }: { id: number }) {
  const words = useWords(objectWords);
  const { data } = useQuery({ queryKey: queryKeys.object(id), queryFn: () => getObject(id) });
  if (data === undefined || !maySetUp(data)) return null;
  return (
    <section className="section">
      <Link to={`/objects/${id}/setup`} className="action action-quiet" testId="to-setup">
        {words.setUp}
      </Link>
    </section>
  );
}
