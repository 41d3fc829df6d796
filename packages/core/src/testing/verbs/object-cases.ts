import type { VerbCase } from "./verb-case.ts";

export const OBJECT_CASES: Readonly<Record<string, VerbCase>> = {
  "object.create": {
    permission: "object.create",
    input: ({ prepared: { colleague } }) => ({
      name: "СПК Атриум",
      city: "Москва",
      address: "ул. Кровельная, 1",
      customer: "ООО «Заказчик»",
      facadeTypes: ["spk"],
      projectManagerId: colleague.id,
    }),
  },
  "object.set_team": {
    permission: "object.team",
    onObject: true,
    input: ({ prepared: { here, colleague } }) => ({
      objectId: here.id,
      version: here.version,
      members: [{ userId: colleague.id, roles: ["project_manager", "safety"] }],
    }),
  },
  "object.add_facades": {
    permission: "object.edit",
    onObject: true,
    input: ({ prepared: { here } }) => ({
      objectId: here.id,
      version: here.version,
      facades: [{ code: "Восток", name: "Восточный", sort: 9 }],
    }),
  },
  "object.add_floors": {
    permission: "object.edit",
    onObject: true,
    input: ({ prepared: { here } }) => ({
      objectId: here.id,
      version: here.version,
      floors: [{ code: "тех", sort: 90 }],
    }),
  },
  "object.change_status": {
    permission: "object.hold",
    onObject: true,
    input: ({ prepared: { here } }) => ({
      objectId: here.id,
      to: "on_hold",
      version: here.version,
      reason: "заказчик остановил работы",
    }),
  },
  "object.update": {
    permission: "object.edit",
    onObject: true,
    input: ({ prepared: { here } }) => ({ objectId: here.id, version: here.version, deadline: "2027-03-01" }),
  },
  "object.save_settings": {
    permission: "object.edit",
    onObject: true,
    input: ({ prepared: { here } }) => ({
      objectId: here.id,
      version: here.version,
      gateMode: "accepted",
      moduleFactSource: "entry",
      shiftStart: "08:00",
      shiftEnd: "20:00",
      dayCutoff: "06:00",
    }),
  },
  "facade.update": {
    permission: "object.edit",
    onObject: true,
    input: ({ prepared: { here } }) => ({ facadeId: here.facadeId("Юг"), version: 1, code: "Юг-1" }),
  },
  "facade.remove": {
    permission: "object.edit",
    onObject: true,
    input: ({ prepared: { here } }) => ({ facadeId: here.facadeId("Запад"), version: 1 }),
  },
  "floor.update": {
    permission: "object.edit",
    onObject: true,
    input: ({ prepared: { here } }) => ({ floorId: here.floorId("1"), version: 1, code: "0" }),
  },
  "floor.remove": {
    permission: "object.edit",
    onObject: true,
    input: ({ prepared: { here } }) => ({ floorId: here.floorId("2"), version: 1 }),
  },
  "object.settings": {
    permission: "object.view",
    onObject: true,
    input: ({ prepared: { here } }) => ({ objectId: here.id }),
  },
  "object.team": {
    permission: "object.view",
    onObject: true,
    input: ({ prepared: { here } }) => ({ objectId: here.id }),
  },
  "object.facades": {
    permission: "object.view",
    onObject: true,
    input: ({ prepared: { here } }) => ({ objectId: here.id }),
  },
  "object.list": { permission: "self", input: () => ({}) },
  "object.get": {
    permission: "object.view",
    onObject: true,
    input: ({ prepared: { here } }) => ({ objectId: here.id }),
  },
  "dashboard.get": { permission: "self", input: () => ({}) },
  "object.dashboard": {
    permission: "object.view",
    onObject: true,
    input: ({ prepared: { here } }) => ({ objectId: here.id }),
  },
  "object.facade_map": {
    permission: "fact.view",
    onObject: true,
    input: ({ prepared: { here } }) => ({ objectId: here.id }),
  },
};
