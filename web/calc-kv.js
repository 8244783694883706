import { mount } from "./calc/page.js"
import { calculator } from "./calc/kv.js"

mount(calculator)
