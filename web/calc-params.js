import { mount } from "./calc/page.js"
import { calculator } from "./calc/params.js"

mount(calculator)
