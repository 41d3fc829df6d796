import { OBJECT_CAPTIONS } from "@stsphera/contracts/objects/captions";
import { useQuery } from "@tanstack/react-query";
import { queryKeys } from "../../../shared/api/query-keys.ts";
import { sayDay } from "../../../shared/format/say-day.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { objectWords } from "../../../shared/i18n/object-words.ts";
import { getObject } from "../../../shared/requests/get-object.ts";
import { Link } from "../../../shared/ui/link.tsx";

/** Since when the object is on hold and why, with a link to resuming it for users who may. */
export function Held({ id }: { id: number }) {
  const locale = useLocale();
  const words = useWords(objectWords);
  const captions = useWords(OBJECT_CAPTIONS);
  const { data } = useQuery({ queryKey: queryKeys.object(id), queryFn: () => getObject(id) });
  if (data === undefined || data.heldSince === null) return null;
  const reason = data.heldReason ?? "";
  return (
    <section className="section" data-testid="held">
      <b>
        {words.heldSince(sayDay(data.heldSince, locale))}
        {reason !== "" && `: ${reason}`}
      </b>
      {data.can.actions.includes("resume") && (
        <Link to={`/objects/${id}/setup`} className="action action-quiet" testId="to-resume">
          {captions.resume}
        </Link>
      )}
    </section>
  );
}
