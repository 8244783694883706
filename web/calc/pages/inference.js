/** The entry of /calc/inference/. */

import { mount } from "../page.js"
import { calculator } from "../inference.js"

mount(calculator)
