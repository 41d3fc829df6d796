export const team = {
  "joined.title": "👥 In the team: {name}",
  "joined.role": "Role",
  "joined.object": "Object",
  "joined.source": "Source",
  "joined.open": "Open",

  "source.invitation": "invitation",

  "delegation.title": "👥 Deputy for {principal}",
  "delegation.title_ended": "👥 No longer deputy for {principal}",
  "delegation.deputy": "Deputy",
  "delegation.days": "Days",
  "delegation.object": "Object",
  "delegation.all_objects": "all objects",
} as const;
