// Why no room can be called so: for the front page, and for what a room refuses.

export const badRoom = {
  en: "A room's name has letters, digits, - and _, at most 64 of them.",
  zhTW: "房間名稱只能用文字、數字、- 與 _，最多 64 字。",
};
