/** The entry of /calc/memory/. */

import { mount } from "../page.js"
import { calculator } from "../memory.js"

mount(calculator)
