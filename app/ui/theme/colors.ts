import type { MantineColorsTuple } from '@mantine/core'

/** Our one accent. Shade 6 carries white text at 5:1. */
export const signal: MantineColorsTuple = [
  '#eef0ff',
  '#dfe3ff',
  '#c1c8fd',
  '#a0abfa',
  '#8692f5',
  '#6b79ef',
  '#5361e3',
  '#4450c8',
  '#3842a3',
  '#2b337d',
]

/** Cool neutrals; shade 6 is secondary text (5:1 on white). */
export const gray: MantineColorsTuple = [
  '#f8f9fb',
  '#f1f2f5',
  '#e6e8ed',
  '#d8dbe2',
  '#c3c8d1',
  '#9aa0ad',
  '#626977',
  '#484e5a',
  '#2d323b',
  '#16191f',
]

/** Dark theme, from text (0) to the deepest ground (9). */
export const dark: MantineColorsTuple = [
  '#e9eaee',
  '#b9bdc7',
  '#9298a5',
  '#70757f',
  '#383b44',
  '#2a2d34',
  '#1d1f25',
  '#131519',
  '#0f1114',
  '#0a0b0d',
]
