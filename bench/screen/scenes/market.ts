// Five people who have a bread stall on Saturday's market: the talk of the English pictures.
import type { Scene } from "../../../test/support/scene.ts";

export const market: Scene = {
  room: "saturday-market",
  topic: "Stall 14, between the cheese and the honey · set-up at 7",
  zone: "+00:00",
  reader: "Nora",
  cast: 567,
  typing: "Wren",
  days: {
    "2026-11-19": [
      {
        at: "18:41",
        by: "Tomás",
        text: "The stall is confirmed! We're number 14, between the cheese and the honey 🧀🍯",
        reacts: { "🎉": ["Nora", "Priya", "Jonas"] },
      },
      { at: "18:42", by: "Priya", text: "Right next to the cheese. Dangerous." },
      {
        at: "18:44",
        by: "Nora",
        text: "I'll bring the long table and the green cloth. Do we still have the chalkboard?",
      },
      {
        at: "18:51",
        by: "Jonas",
        text: "It's in my cellar, a bit dusty. I can clean it tonight.",
        to: "I'll bring the long",
      },
      { at: "18:51", by: "Jonas", text: "Prices as last time?" },
      {
        at: "18:53",
        by: "Nora",
        text: "Sourdough goes up to 5.50, flour got more expensive. The rest stays.",
        reacts: { "👍": ["Tomás", "Jonas", "Wren"] },
      },
      { at: "21:05", by: "Wren", text: "Forecast for Saturday: https://weather.example/riverside" },
      { at: "21:06", by: "Wren", text: "Dry until two, then showers. So maybe we take the roof anyway?" },
      {
        at: "21:10",
        by: "Tomás",
        text: "Yes. Better safe than soggy.",
        to: "Dry until two",
        reacts: { "😂": ["Priya", "Nora"] },
      },
      { at: "21:12", by: "Priya", text: "🥖🥐🍞" },
    ],
    "2026-11-20": [
      {
        at: "16:38",
        by: "Priya",
        text: "First batch is out of the oven. The whole street smells of it.",
        reacts: { "❤️": ["Nora", "Wren", "Jonas"], "😮": ["Tomás"] },
      },
      {
        at: "17:58",
        by: "Jonas",
        text: "@Nora can you pick me up at half past six? My bike won't carry the chalkboard",
      },
      {
        at: "18:02",
        by: "Nora",
        text: "Sure, half past six at yours. Coffee's on you ☕",
        to: "@Nora can you",
        reacts: { "👍": ["Jonas"] },
      },
      { at: "18:10", by: "Wren", text: "is printing the allergy cards", me: true },
      {
        at: "18:21",
        by: "Tomás",
        text: "Set-up opens at 7. **Gate B**, not the main one: there are road works.",
        edited: "Set-up opens at 7. **Gate B**, not the main one: they moved it because of the road works.",
      },
      { at: "18:22", by: "Nora", text: "Gate B, got it. See you all at seven!", reacts: { "👋": ["Priya"] } },
      { at: "18:23", by: "Priya", text: "Sleep well, bakers 🌙" },
    ],
  },
};
