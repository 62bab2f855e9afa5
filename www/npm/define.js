// Defines <delivery-lab> by being imported.
import { define } from "./index.js";

define();
