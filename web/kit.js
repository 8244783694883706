/** What scripts of single pages take from the one that every page has, instead of bringing it again. */

import { copy } from "./clipboard.js"
import { lasting, script, url } from "./site.js"
import { answerOn, element } from "./view.js"

export const kit = { answerOn, copy, element, lasting, script, url }
