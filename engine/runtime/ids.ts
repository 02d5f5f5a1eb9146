import { customAlphabet } from 'nanoid'

/** Letters and digits alone, so that ids made from it can name files, playbacks and channels. 119 bits. */
export const newId = customAlphabet('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', 20)
