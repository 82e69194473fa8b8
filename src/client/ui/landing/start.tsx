// Where the front page starts.
import { render } from "preact";
import { speakAsChosen } from "../language.ts";
import { Landing } from "./landing.tsx";

await speakAsChosen();
const root = document.getElementById("app");
if (root !== null) render(<Landing />, root);
