// What the measuring worker tells of a room.
/** What a room did so far, over all of its wakings. */
export interface Counts {
  /** How often the object was made: 1, and 1 more for each time that it slept and was woken. */
  made: number;
  rowsWritten: number;
  rowsRead: number;
}
