// All that shares a room, fetched together: each of it draws an address as a QR code.

export { FirstHere } from "./first-here.tsx";
export { Move } from "./move.tsx";
export { SharePanel } from "./share-panel.tsx";
