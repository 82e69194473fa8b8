// What the parts say that are fetched when they are first needed, in English; another language fills the same table.

const list = new Intl.ListFormat("en");

export const en = {
  /** Names in a row. */
  list: (names: string[]) => list.format(names),

  actions: {
    moreEmoji: "React with another emoji",
    copyText: "Copy text",
    copyLink: "Copy link",
  },

  copied: "Copied",
};

export type LaterWords = typeof en;
