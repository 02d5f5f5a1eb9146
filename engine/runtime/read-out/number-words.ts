const ONES = [
  'zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten',
  'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen',
] // biome-ignore format: a table
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const SCALES = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
  [1000, 'thousand'],
  [100, 'hundred'],
] as const

/** `1234` → `one thousand two hundred thirty-four`. Whole numbers below a quadrillion. */
export function englishWhole(value: number): string {
  if (value < 20) return ONES[value] ?? ''
  if (value < 100) {
    const tens = TENS[Math.floor(value / 10)] ?? ''
    return value % 10 === 0 ? tens : `${tens}-${ONES[value % 10]}`
  }
  for (const [scale, name] of SCALES) {
    if (value < scale) continue
    const rest = value % scale
    const head = `${englishWhole(Math.floor(value / scale))} ${name}`
    return rest === 0 ? head : `${head} ${englishWhole(rest)}`
  }
  return ''
}

const DIGITS = '零一二三四五六七八九'
const UNITS = ['', '十', '百', '千']
const MYRIADS = ['', '万', '亿', '万亿']

/** `1204` → `一千二百零四`. Whole numbers below a quadrillion. */
export function chineseWhole(value: number): string {
  if (value === 0) return '零'
  const groups: number[] = []
  for (let rest = value; rest > 0; rest = Math.floor(rest / 10_000)) groups.unshift(rest % 10_000)
  let words = ''
  groups.forEach((group, index) => {
    if (group === 0) {
      if (!words.endsWith('零') && groups.slice(index).some((later) => later > 0)) words += '零'
      return
    }
    if (words !== '' && group < 1000 && !words.endsWith('零')) words += '零'
    words += fourDigits(group) + (MYRIADS[groups.length - 1 - index] ?? '')
  })
  // 十二, not 一十二, at the very beginning.
  return words.replace(/^一十/, '十')
}

function fourDigits(value: number): string {
  let words = ''
  const digits = String(value)
  for (const [index, digit] of [...digits].entries()) {
    if (digit === '0') {
      if (!words.endsWith('零')) words += '零'
    } else words += (DIGITS[Number(digit)] ?? '') + (UNITS[digits.length - 1 - index] ?? '')
  }
  return words.replace(/零+$/, '')
}

/** `05` → `zero five` / `零五`: each digit by itself. */
export function digitWords(digits: string, chinese: boolean): string {
  return chinese
    ? [...digits].map((digit) => DIGITS[Number(digit)] ?? digit).join('')
    : [...digits].map((digit) => ONES[Number(digit)] ?? digit).join(' ')
}
