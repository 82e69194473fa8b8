// What wrangler.toml binds, for tests inside workerd.
import type { Env as Bindings } from "../../src/worker/env.ts";
import type * as worker from "../../src/worker/index.ts";

declare global {
  namespace Cloudflare {
    interface Env extends Bindings {}
    interface GlobalProps {
      mainModule: typeof worker;
    }
  }
}
