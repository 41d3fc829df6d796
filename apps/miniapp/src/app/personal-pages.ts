/** The parts of the personal pages that come when they are opened. */
export const personalPages = {
  activity: async () => ({
    default: (await import("../features/profile/activity/activity-page.tsx")).ActivityPage,
  }),
  admin: () => import("../features/admin/admin-routes.tsx"),
  deputies: async () => ({
    default: (await import("../features/profile/deputies/deputies-page.tsx")).DeputiesPage,
  }),
  departments: async () => ({
    default: (await import("../features/people/departments-page.tsx")).DepartmentsPage,
  }),
  devices: async () => ({
    default: (await import("../features/profile/devices/devices-page.tsx")).DevicesPage,
  }),
  personalData: async () => ({
    default: (await import("../features/profile/personal-data/personal-data-page.tsx")).PersonalDataPage,
  }),
  people: async () => ({ default: (await import("../features/people/people-page.tsx")).PeoplePage }),
  person: async () => ({ default: (await import("../features/people/person-page.tsx")).PersonPage }),
  settings: async () => ({
    default: (await import("../features/profile/settings/settings-page.tsx")).SettingsPage,
  }),
  tasks: async () => ({ default: (await import("./own-tasks-page.tsx")).OwnTasksPage }),
  viewAs: async () => ({ default: (await import("../features/view-as/view-as-page.tsx")).ViewAsPage }),
};
