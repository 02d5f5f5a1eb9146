import { describe, expect, test } from 'vitest'
import { chooseVoice, readVoices } from './voices'

const listing = `Pty Language       Age/Gender VoiceName          File                 Other Languages
 5  cmn             --/M      Chinese_(Mandarin,_latin_as_English) sit/cmn              (zh-cmn 5)(zh 5)
 5  cmn-latn-pinyin --/M      Chinese_(Mandarin,_latin_as_Pinyin) sit/cmn-Latn-pinyin  (zh-cmn 5)(zh 5)
 5  yue             --/M      Chinese_(Cantonese) sit/yue
 5  pt              --/M      Portuguese_(Portugal) roa/pt               (pt-pt 5)
 5  pt-br           --/M      Portuguese_(Brazil) roa/pt-BR            (pt 6)
 7  sw-mb           --/F      portugal-mbrola-1  mb/mb-pt1            (pt 7)
 5  nb              --/M      Norwegian_Bokmål gmq/nb
 5  fr-fr           --/M      French_(France)    roa/fr               (fr 5)
 5  de              --/M      German             gmw/de
 2  en-us           --/M      English_(America)  gmw/en-US            (en 3)
`

describe('espeak-ng’s voices', () => {
  const voices = readVoices(listing)
  test.each([
    ['zh-CN', 'cmn-latn-pinyin'],
    ['zh', 'cmn-latn-pinyin'],
    ['zh-HK', 'yue'],
    ['yue', 'yue'],
    ['pt-BR', 'pt-br'],
    ['pt-PT', 'pt'],
    ['de-AT', 'de'],
    ['fr-CA', 'fr-fr'],
    ['no', 'nb'],
    ['en-GB', 'en-us'],
    ['tlh', undefined],
    ['sw', undefined],
    ['', undefined],
  ])('given the language %s, then the voice is %s', (language, voice) => {
    expect(chooseVoice(language, voices)).toBe(voice)
  })

  test('given an older version without the pinyin voice, then plain Mandarin is better than none', () => {
    expect(chooseVoice('zh-CN', new Set(['cmn']))).toBe('cmn')
  })
})
