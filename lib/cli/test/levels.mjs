/** The levels of tests, in the order in which they run, and what each needs before it starts. */
export const LEVELS = {
  unit: { environment: "node", needs: undefined },
  forms: { environment: "jsdom", needs: undefined },
  integration: { environment: "node", needs: "database" },
  architecture: { environment: "node", needs: "build" },
  abuse: { environment: "node", needs: "build" },
  journeys: { environment: "node", needs: "build" },
};
