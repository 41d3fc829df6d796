import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createInvitation } from "../invitations/index.ts";
import { createTestWorld, refusalOf, type World } from "../../testing/index.ts";
import { changeUserStatus } from "./change-user-status.ts";
import { getUser } from "./get-user.ts";
import { registerUser } from "./register-user.ts";

let world: World;
let admin: UserActor;
beforeAll(async () => {
  world = await createTestWorld();
  admin = await world.as("admin");
});
afterAll(() => world.close());

test("a waiting user is shown with their invitations until the decision", async () => {
  const { id: objectId } = await world.createTestObject({ team: [], volumes: [] });
  const manager = await world.as("project_manager");
  const { code } = await createInvitation.run(world.ctx(manager), { objectId, role: "pto" });
  const asked = { telegramId: "3000001", fullName: "Яна Кац", invitation: code };
  const { id: userId } = await registerUser.run(world.ctx(world.job("registration")), asked);
  expect(await getUser.run(world.ctx(admin), { userId })).toMatchObject({
    status: "pending",
    invitation: {
      role: "pto",
      object: { id: objectId, name: "СПК Блок Б" },
      invitedBy: { id: manager.id, fullName: manager.fullName },
    },
  });
  expect((await refusalOf(getUser.run(world.ctx(manager), { userId }))).code).toBe("not_found");
  await changeUserStatus.run(world.ctx(admin), { userId, to: "active", version: 1 });
  expect(await getUser.run(world.ctx(admin), { userId })).not.toHaveProperty("invitation");
});

test("a user who came without a link has no invitations", async () => {
  const { id: userId } = await world.createUser({ role: null, status: "pending" });
  expect(await getUser.run(world.ctx(admin), { userId })).not.toHaveProperty("invitation");
});
