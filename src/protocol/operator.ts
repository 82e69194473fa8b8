// Whoever runs the deployment, as the people of a room see them. Not in person.ts, which every page loads first.
import type { Person } from "./person.ts";

/** Who acts for the deployment. No member id is like it. */
export const OPERATOR: Person = { member: "operator", name: "Operator", tag: "····", role: "operator" };
