/** The entry of /calc/flops/. */

import { mount } from "../page.js"
import { calculator } from "../flops.js"

mount(calculator)
