// What the parts say that are fetched when they are first needed, in English; another language fills the same table.

export const en = {
  copied: "Copied",
};

export type LaterWords = typeof en;
