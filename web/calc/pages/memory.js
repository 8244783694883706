import { mount } from "../page.js"
import { calculator } from "../memory.js"

mount(calculator)
