import type { DraftData } from "@stsphera/contracts";
import type { UserActor } from "@stsphera/rbac";
import { createTestWorld, type World } from "../../../../testing/index.ts";
import { createObjectDraft } from "../create-object-draft.ts";

/** A separate world with a manager who prepares objects. */
export type DraftScene = {
  world: World;
  manager: UserActor;
  foreman: UserActor;
  /** All four steps of the wizard, filled in. */
  whole(): DraftData;
  /** Stores a draft, by default of the manager, and returns the input for reading it. */
  draft(data: DraftData, actor?: UserActor): Promise<{ draftId: number; version: number }>;
};

export const PASSPORT = {
  name: "СПК Атриум",
  city: "Москва",
  address: "ул. Кровельная, 1",
  customer: "ООО «Заказчик»",
  facadeTypes: ["spk" as const],
  startDate: "2026-09-01",
  deadline: "2026-12-30",
};

export async function openDraftScene(): Promise<DraftScene> {
  const world = await createTestWorld();
  const manager = await world.as("project_manager");
  const foreman = await world.as("construction_itr");
  const rows = await world.db.read<{ id: number; code: string }>("select id, code from work_types", []);
  const works = Object.fromEntries(rows.map(({ id, code }) => [code, id]));
  return {
    world,
    manager,
    foreman,
    whole: () => ({
      object: PASSPORT,
      members: [
        { userId: manager.id, roles: ["project_manager", "construction_itr"] },
        { userId: foreman.id, roles: ["construction_itr", "geodesist"] },
      ],
      facades: [
        { code: "Юг", name: "Южный", sort: 0 },
        { code: "Запад", name: "Западный", sort: 1 },
      ],
      floors: [
        { code: "−1", sort: -1 },
        { code: "тех", sort: 9 },
      ],
      volumes: [
        { facade: "Юг", floor: "−1", workTypeId: works["МОД"] ?? 0, planQty: "36" },
        {
          facade: "Запад",
          floor: "тех",
          workTypeId: works["УТП"] ?? 0,
          planQty: "48.6",
          planStart: "2026-09-01",
          planFinish: "2026-09-30",
        },
      ],
    }),
    async draft(data, actor = manager) {
      const { id: draftId, version } = await createObjectDraft.run(world.ctx(actor), { data });
      return { draftId, version };
    },
  };
}
