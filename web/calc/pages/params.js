/** The entry of /calc/params/. */

import { mount } from "../page.js"
import { calculator } from "../params.js"

mount(calculator)
