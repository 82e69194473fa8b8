// All that the deployment gives a room: the variables of wrangler.toml, and the object that all rooms share.
import type { Deployment, Bindings as Shared } from "../deployment/deployment.ts";
import type { Variables } from "./config.ts";

export interface Bindings extends Variables, Shared {
  DEPLOYMENT: DurableObjectNamespace<Deployment>;
}
