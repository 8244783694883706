/** Words of the book that practice counts with. */

export const FREQUENCIES = ["高", "中", "低"]

/** What readers can say of their own answers, 1 to 4; the last three are the grades of the pages. */
export const GRADES = ["没答上", "及格", "好", "优秀"]
