import type { ObjectCard, ZoneRow } from "@stsphera/contracts";
import { zoneForms } from "@stsphera/contracts/zones/forms";
import { useMemo } from "react";
import type { useActs } from "../../../kit/entity/use-acts.ts";
import { FormSheet } from "../../../kit/form/form-sheet.tsx";
import { useChoosable } from "../../../kit/people/use-choosable.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import type { ZoneAct } from "../api/zones-requests.ts";
import { zonesWords } from "../zones-words.ts";

type Props = {
  card: ObjectCard;
  /** The zone to change; null for a new one. */
  zone: ZoneRow | null;
  acts: ReturnType<typeof useActs<ZoneAct>>;
  onClose: () => void;
};

const asFields = ({ name, facade, fromFloor, toFloor, axes, foreman }: ZoneRow) => ({
  name,
  facadeId: String(facade.id),
  fromFloorId: String(fromFloor.id),
  toFloorId: String(toFloor.id),
  axes,
  foremanId: foreman,
});

/** Marks out a zone, or changes one. */
export function ZoneSheet({ card, zone, acts, onClose }: Props) {
  const words = useWords(zonesWords);
  const choosable = useChoosable();
  const fields = useMemo(() => (zone === null ? {} : asFields(zone)), [zone]);
  const what = zone === null ? "create" : "edit";
  const places = { facades: card.facades, floors: card.floors };
  return (
    <FormSheet
      form={zoneForms[what]}
      card={fields}
      scope={`zone.${what}`}
      draft={`zone.${card.id}.${zone?.id ?? "new"}`}
      title={zone === null ? words.add : zone.name}
      caption={card.name}
      send={words.save}
      today={card.today}
      people={(field) => choosable(card, field)}
      options={(from) =>
        places[from as keyof typeof places].map(({ id, code }) => ({ value: String(id), text: code }))
      }
      onSend={async (input, key) => {
        await acts.send(what, input, key);
        onClose();
      }}
      onClose={onClose}
    />
  );
}
