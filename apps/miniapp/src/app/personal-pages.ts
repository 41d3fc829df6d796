import { lazyPage } from "../shared/ui/lazy-page.tsx";
/** The parts of the personal pages that come when they are opened. */
export const personalPages = {
  activity: lazyPage(async () => ({
    default: (await import("../features/profile/activity/activity-page.tsx")).ActivityPage,
  })),
  admin: lazyPage(() => import("../features/admin/admin-routes.tsx")),
  deputies: lazyPage(async () => ({
    default: (await import("../features/profile/deputies/deputies-page.tsx")).DeputiesPage,
  })),
  departments: lazyPage(async () => ({
    default: (await import("../features/people/departments-page.tsx")).DepartmentsPage,
  })),
  devices: lazyPage(async () => ({
    default: (await import("../features/profile/devices/devices-page.tsx")).DevicesPage,
  })),
  personalData: lazyPage(async () => ({
    default: (await import("../features/profile/personal-data/personal-data-page.tsx")).PersonalDataPage,
  })),
  people: lazyPage(async () => ({
    default: (await import("../features/people/people-page.tsx")).PeoplePage,
  })),
  person: lazyPage(async () => ({
    default: (await import("../features/people/person-page.tsx")).PersonPage,
  })),
  settings: lazyPage(async () => ({
    default: (await import("../features/profile/settings/settings-page.tsx")).SettingsPage,
  })),
  tasks: lazyPage(async () => ({ default: (await import("./own-tasks-page.tsx")).OwnTasksPage })),
  viewAs: lazyPage(async () => ({
    default: (await import("../features/view-as/view-as-page.tsx")).ViewAsPage,
  })),
};
