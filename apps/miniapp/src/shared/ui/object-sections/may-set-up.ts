import type { ObjectCard } from "@stsphera/contracts";

/** Who may change what an object is made of, its plan or its state. */
export const maySetUp = ({ can: { permissions, actions } }: ObjectCard) =>
  actions.length > 0 || permissions.includes("object.edit") || permissions.includes("volume.edit");
