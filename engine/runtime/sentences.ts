import type { Utterance } from '@/engine/ports'

type Sentences = Readonly<Record<'en' | 'zh', Utterance>>

const SORRY: Sentences = {
  en: { language: 'en', text: 'We are sorry. Something went wrong on our side. Please call again later. Goodbye.' },
  zh: { language: 'zh-CN', text: '非常抱歉，系统出现问题，暂时无法继续为您服务，请稍后再拨。再见。' },
}

const UNASSIGNED: Sentences = {
  en: { language: 'en', text: 'The number you have called is not in service. Goodbye.' },
  zh: { language: 'zh-CN', text: '您拨打的号码暂未开通服务。再见。' },
}

/** Said when a flow went wrong; in Chinese to callers of Chinese flows, else in English. */
export function sorry(language: string): Utterance {
  return SORRY[language.toLowerCase().startsWith('zh') ? 'zh' : 'en']
}

/** Said on a number that leads nowhere, in both languages: the caller's is not known. */
export const notInService: readonly Utterance[] = [UNASSIGNED.en, UNASSIGNED.zh]

/** Said when a number's flow cannot be run. */
export const outOfOrder: readonly Utterance[] = [SORRY.en, SORRY.zh]
