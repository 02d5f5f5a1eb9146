import type { Locale } from '../locale'
import type { ValueType } from './value-type'

/** The language's own names in an analyst's words, for completion. Beside the names, as the functions' docs are. */
interface Words {
  readonly types: Readonly<Record<ValueType, string>>
  readonly roots: Readonly<Record<string, string>>
  readonly extras: Readonly<Record<string, string>>
  readonly fields: Readonly<
    Record<'error' | 'code' | 'message' | 'node' | 'id' | 'from' | 'fromName' | 'to' | 'language' | 'startedAt', string>
  >
  readonly loops: Readonly<Record<string, string>>
}

export const words: Readonly<Record<Locale, Words>> = {
  en: {
    types: {
      text: 'text',
      number: 'number',
      boolean: 'true/false',
      json: 'any',
      list: 'list',
      map: 'group',
      time: 'time',
      duration: 'duration',
      nothing: 'nothing',
      other: 'other',
    },
    roots: {
      flow: 'The variables of this flow.',
      call: 'The call: who calls which number.',
      now: 'The time at this moment.',
      customer: 'The customer, where one is known.',
      ticket: 'The ticket that the flow is about.',
      queue: 'The queue that the call is in.',
    },
    extras: {
      input: 'The digits that were pressed.',
      response: 'The answer: response.status, response.headers, response.json, response.text.',
    },
    fields: {
      error: 'The last error in this call.',
      code: 'The error’s code, for example HTTP_TIMEOUT; empty where nothing went wrong.',
      message: 'What went wrong, as a sentence.',
      node: 'The step that failed.',
      id: 'The call’s id.',
      from: 'The caller’s number.',
      fromName: 'The caller’s name, where the line sends one.',
      to: 'The number that was called.',
      language: 'The flow’s language.',
      startedAt: 'When the call came in.',
    },
    loops: {
      all: 'Whether it is true for every item.',
      exists: 'Whether it is true for some item.',
      exists_one: 'Whether it is true for exactly one item.',
      map: 'Makes a list of what comes out for each item.',
      filter: 'Keeps the items for which it is true.',
    },
  },
  'zh-CN': {
    types: {
      text: '文本',
      number: '数字',
      boolean: '是/否',
      json: '任意',
      list: '列表',
      map: '一组值',
      time: '时间',
      duration: '时长',
      nothing: '空值',
      other: '其他',
    },
    roots: {
      flow: '此流程的变量。',
      call: '来电信息：谁拨打了哪个号码。',
      now: '当前时间。',
      customer: '客户（已识别时）。',
      ticket: '流程所处理的工单。',
      queue: '来电所在的队列。',
    },
    extras: { input: '来电者按下的数字。', response: '响应：response.status、response.headers、response.json、response.text。' },
    fields: {
      error: '此通来电中最近一次错误。',
      code: '错误代码，如 HTTP_TIMEOUT；没有错误时为空。',
      message: '错误说明。',
      node: '出错的步骤。',
      id: '来电标识。',
      from: '主叫号码。',
      fromName: '主叫名称（线路提供时）。',
      to: '被叫号码。',
      language: '流程的语言。',
      startedAt: '来电接入的时间。',
    },
    loops: {
      all: '是否每一项都成立。',
      exists: '是否有任意一项成立。',
      exists_one: '是否恰好有一项成立。',
      map: '将每一项转换后组成新列表。',
      filter: '只保留成立的项。',
    },
  },
}
