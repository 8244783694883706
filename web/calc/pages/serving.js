/** The entry of /calc/serving/. */

import { mount } from "../page.js"
import { calculator } from "../speed.js"

mount(calculator)
