/** The script of bare pages, in frames of other sites: of what every page has, only what calculators need. */

import { kit } from "./kit.js"

Object.assign(window, { answerbook: { kit } })
