import type { ZoneRow as Zone } from "@stsphera/contracts";
import { zoneForms } from "@stsphera/contracts/zones/forms";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useActs } from "../../kit/entity/use-acts.ts";
import { queryKeys } from "../../shared/api/query-keys.ts";
import { useWords } from "../../shared/i18n/locale.ts";
import { getObject } from "../../shared/requests/get-object.ts";
import { ActionBar } from "../../shared/ui/action-bar.tsx";
import { Chip, Chips } from "../../shared/ui/chip.tsx";
import { NoticeBlock } from "../../shared/ui/notice-block.tsx";
import { ObjectFrame } from "../../shared/ui/object-sections/object-frame.tsx";
import { QueryView } from "../../shared/ui/query-view.tsx";
import { listZones, type ZoneAct, zoneRequest } from "./api/zones-requests.ts";
import { ZoneRow } from "./components/zone-row.tsx";
import { ZoneSheet } from "./components/zone-sheet.tsx";
import { zonesWords } from "./zones-words.ts";

const useZoneActs = (objectId: number, zone: Zone | null) =>
  useActs<ZoneAct>({
    feature: "zone",
    forms: zoneForms,
    requestOf: (action, input) => zoneRequest(objectId, zone, action, input),
    undo: "restore",
  });

function EditedRow({ zone, onEdit }: { zone: Zone; onEdit: () => void }) {
  const words = useWords(zonesWords);
  const acts = useZoneActs(zone.objectId, zone);
  return (
    <ZoneRow zone={zone}>
      <Chips label={zone.name}>
        <Chip onPress={onEdit} testId={`edit-zone-${zone.id}`}>
          {words.edit}
        </Chip>
        <Chip disabled={acts.busy} onPress={() => void acts.now("remove")} testId={`remove-zone-${zone.id}`}>
          {words.remove}
        </Chip>
      </Chips>
    </ZoneRow>
  );
}

/** The zones of an object; who plans it marks them out. */
export function ZonesPage({ id }: { id: number }) {
  const words = useWords(zonesWords);
  const [asked, setAsked] = useState<Zone | "new" | null>(null);
  const object = useQuery({ queryKey: queryKeys.object(id), queryFn: () => getObject(id) });
  const query = useQuery({ queryKey: queryKeys.zones(id), queryFn: () => listZones(id) });
  const zone = asked === "new" ? null : asked;
  const acts = useZoneActs(id, zone);
  return (
    <ObjectFrame id={id} title={words.title} here="zones">
      <QueryView query={query}>
        {({ items, canEdit }) => (
          <>
            {items.length === 0 && <NoticeBlock title={words.empty} line={words.emptyLine} testId="empty" />}
            <section className="section" data-testid="zones">
              {items.map((one) =>
                canEdit ? (
                  <EditedRow key={one.id} zone={one} onEdit={() => setAsked(one)} />
                ) : (
                  <ZoneRow key={one.id} zone={one} />
                ),
              )}
            </section>
            {canEdit && asked === null && (
              <ActionBar
                ofPage
                text={words.add}
                enabled
                busy={false}
                onPress={() => setAsked("new")}
                testId="new-zone"
              />
            )}
          </>
        )}
      </QueryView>
      {asked !== null && object.data !== undefined && (
        <ZoneSheet card={object.data} zone={zone} acts={acts} onClose={() => setAsked(null)} />
      )}
    </ObjectFrame>
  );
}
