import { mount } from "../page.js"
import { calculator } from "../kv.js"

mount(calculator)
