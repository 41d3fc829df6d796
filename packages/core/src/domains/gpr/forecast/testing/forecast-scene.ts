import type { GprShiftHow } from "@stsphera/contracts";
import type { Role, UserActor } from "@stsphera/rbac";
import { SIGNER_ROLES } from "@stsphera/schedule/versions";
import type { TestObject, World } from "../../../../testing/index.ts";
import {
  changeGprStatus,
  compareGpr,
  createGpr,
  editGprRows,
  getGpr,
  setGprProgress,
  shiftGpr,
  signGpr,
} from "../../verbs.ts";

export type RowName = "axes" | "brackets" | "modules" | "glass" | "south";

/**
 * A version in force on an object that works six days a week, read on Tuesday 08.09.2026. Of the ПТО: axes, 31.08–04.09; of
 * the foreman, one after the other: brackets, 05–10.09, and modules, 11–16.09; of supply, apart: glass, 31.08–02.09. With
 * `south` also modules of the facade Юг, 31.08–12.09, which plan volumes.
 */
export type ForecastScene = {
  object: TestObject;
  gprId: number;
  keys: Readonly<Record<RowName, string>>;
  manager: UserActor;
  as(role: Role): Promise<ReturnType<World["ctx"]>>;
  shift(rows: readonly RowName[], how: GprShiftHow): ReturnType<typeof shiftGpr.run>;
  progress(...rows: Progress[]): ReturnType<typeof setGprProgress.run>;
  compare(gprId?: number): ReturnType<typeof compareGpr.run>;
  /** «31.08–04.09» of the forecast of a row. */
  dates(row: RowName, gprId?: number): Promise<string>;
  signByAll(gprId: number): Promise<void>;
};
type Progress = {
  row: RowName;
  actualStart?: string | null;
  actualFinish?: string | null;
  remaining?: number | null;
};

/** The key of no row. */
const NO_ROW_KEY = "00000000-0000-4000-8000-000000000000";
const short = (day: string) => `${day.slice(8)}.${day.slice(5, 7)}`;

export async function openForecastScene(world: World, { south = false } = {}): Promise<ForecastScene> {
  const object = await world.createTestObject();
  const manager = await world.as("project_manager");
  const as = async (role: Role) => world.ctx(await world.as(role));
  const ctx = world.ctx(manager);
  const { id: gprId } = await createGpr.run(ctx, {
    objectId: object.id,
    from: "empty",
    startOn: "2026-08-31",
  });
  const owners = {
    pto: (await world.as("pto")).id,
    foreman: (await world.as("construction_itr")).id,
    supply: (await world.as("supply")).id,
  };
  const add = (name: string, duration: number, owner: keyof typeof owners, more = {}) => ({
    do: "add" as const,
    name,
    department: "construction" as const,
    duration,
    ownerId: owners[owner],
    ...more,
  });
  const { rows } = await editGprRows.run(ctx, {
    gprId,
    edits: [
      add("Разбивка осей", 5, "pto"),
      add("Кронштейны", 5, "foreman"),
      add("Модули", 5, "foreman"),
      add("Стекло", 3, "supply"),
      ...(south ? [add("Модули, Юг", 12, "foreman", { work: "МОД", facadeId: object.facadeId("Юг") })] : []),
    ],
  });
  const [axes = "", brackets = "", modules = "", glass = "", ofSouth = NO_ROW_KEY] = rows
    .toSorted((one, other) => one.number - other.number)
    .map(({ key }) => key);
  const keys = { axes, brackets, modules, glass, south: ofSouth };
  await editGprRows.run(ctx, { gprId, edits: [{ do: "chain", rows: [axes, brackets, modules] }] });
  const compare: ForecastScene["compare"] = (version = gprId) => compareGpr.run(ctx, { gprId: version });
  const scene: ForecastScene = {
    object,
    gprId,
    keys,
    manager,
    as,
    compare,
    shift: (named, how) =>
      shiftGpr.run(ctx, { gprId, rows: named.map((row) => keys[row]), how, reason: "Модули придут позже" }),
    progress: (...said) =>
      setGprProgress.run(ctx, {
        gprId,
        rows: said.map(({ row, ...progress }) => ({ key: keys[row], ...progress })),
      }),
    async dates(row, version) {
      const found = (await compare(version)).rows.find(({ key }) => key === keys[row]);
      return `${short(found?.forecast.start ?? "")}–${short(found?.forecast.finish ?? "")}`;
    },
    async signByAll(id) {
      const { version } = await getGpr.run(ctx, { gprId: id });
      await changeGprStatus.run(ctx, { gprId: id, move: "send", version });
      for (const role of SIGNER_ROLES) {
        const signer = await as(role);
        const { hash } = await getGpr.run(signer, { gprId: id });
        await signGpr.run(signer, { gprId: id, hash: hash ?? "" });
      }
    },
  };
  await scene.signByAll(gprId);
  return scene;
}

/** Axes and glass are done, brackets began on 07.09 and have four days left: the finish is 17.09. */
export const underway = async ({ progress }: ForecastScene): Promise<void> => {
  await progress(
    { row: "axes", actualStart: "2026-08-31", actualFinish: "2026-09-05" },
    { row: "glass", actualStart: "2026-08-31", actualFinish: "2026-09-02" },
    { row: "brackets", actualStart: "2026-09-07", remaining: 4 },
  );
};
