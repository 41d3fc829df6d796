/** Names of what the map keeps; an entry moves the first two and, as a fact, the third. */
export const facadeKeys = {
  maps: (id: number) => ["facade-map", id] as const,
  map: (id: number, work: string) => ["facade-map", id, work] as const,
  worksAt: (id: number, facadeId: number, floorId: number) => ["works-at", id, facadeId, floorId] as const,
  entriesOf: (id: number, floorVolumeId: number) => ["facts", id, "cell", floorVolumeId] as const,
};
