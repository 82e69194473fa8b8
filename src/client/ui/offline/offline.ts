// All that makes a room open without a network, as one part that is fetched when the screen is up.
export { followLastSeen } from "./last-seen.ts";
export { registerServiceWorker } from "./register.ts";
