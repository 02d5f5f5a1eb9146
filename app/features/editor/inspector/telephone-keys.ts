/** The keys of a telephone, row by row. */
export const telephoneKeys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const

/** The order in which menus give keys out: digits first, nought last of them. */
export const keysInTurn = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '*', '#'] as const
