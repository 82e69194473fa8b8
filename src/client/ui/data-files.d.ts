// Files of data, of which the bundle gets the address (src/build/client.ts).
declare module "emoji-picker-element-data/en/emojibase/data.json" {
  const address: string;
  export default address;
}
declare module "emoji-picker-element-data/zh-hant/cldr/data.json" {
  const address: string;
  export default address;
}
declare module "unhomoglyph/data.json" {
  const address: string;
  export default address;
}
