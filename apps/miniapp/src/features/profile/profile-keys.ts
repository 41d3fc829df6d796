/** Names of what the profile keeps from the server. */
export const profileKeys = {
  me: ["me"],
  figures: ["me", "kpi"],
  settings: ["me", "settings"],
  devices: ["me", "devices"],
  consent: ["me", "consent"],
  deputies: ["me", "deputies"],
  everyObject: ["objects", "every"],
  activity: (filters: Readonly<Record<string, string>>) => ["me", "activity", filters],
} as const;
