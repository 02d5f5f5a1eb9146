import type { NodeMessages } from '@/engine/flow'

export const messages = {
  en: {
    name: 'HTTP request',
    description: 'Asks another system for something, or tells it something, and keeps what it answers.',
    fields: {
      method: { label: 'Method', options: { GET: 'GET', POST: 'POST', PUT: 'PUT', PATCH: 'PATCH', DELETE: 'DELETE' } },
      url: {
        label: 'Address',
        help: 'For example https://crm.example/customers/{{ call.from }}. Values are encoded, so that each stays one part of the path or one parameter; one that begins the address stays as it is.',
      },
      headers: { label: 'Headers', help: 'Write {{ secret.NAME }} for a stored secret: it is sent, and never shown.' },
      'headers.name': { label: 'Name' },
      'headers.value': { label: 'Value' },
      body: {
        label: 'Body',
        help: 'Text or JSON. {{ flow.name }} puts a value in as the content type needs: in JSON between quotes as text, without quotes as a whole value; in a form or XML encoded.',
      },
      expectsJson: { label: 'The answer is JSON', help: 'An answer without a body counts as null.' },
      results: { label: 'Keep from the answer' },
      'results.variable': { label: 'Variable' },
      'results.value': { label: 'Value', help: 'The answer is called response: response.json.name, response.status, response.text' },
      timeoutSeconds: { label: 'Wait at most' },
      retries: { label: 'Try again', help: 'When the server cannot be reached, is overloaded or fails.' },
    },
    outcomes: { success: 'Success', 'http-error': 'Refused (status 400 and up)', timeout: 'No answer in time', error: 'Error' },
    sections: { request: 'Request', answer: 'Answer', advanced: 'Advanced' },
  },
  'zh-CN': {
    name: 'HTTP 请求',
    description: '向其他系统查询或发送数据，并保留返回的内容。',
    fields: {
      method: { label: '方法', options: { GET: 'GET', POST: 'POST', PUT: 'PUT', PATCH: 'PATCH', DELETE: 'DELETE' } },
      url: {
        label: '地址',
        help: '例如 https://crm.example/customers/{{ call.from }}。填入的值会自动编码，始终只占一段路径或一个参数；位于地址开头的值保持原样。',
      },
      headers: { label: '请求头', help: '用 {{ secret.NAME }} 填入已保存的密钥：只会发送，绝不显示。' },
      'headers.name': { label: '名称' },
      'headers.value': { label: '值' },
      body: {
        label: '正文',
        help: '文本或 JSON，可用 {{ flow.name }} 填入变量，并按内容类型自动转义：在 JSON 的引号内作为文本，不加引号则作为完整的值；表单和 XML 会自动编码。',
      },
      expectsJson: { label: '返回内容为 JSON', help: '没有正文的返回视为 null。' },
      results: { label: '保留返回内容' },
      'results.variable': { label: '变量' },
      'results.value': { label: '值', help: '返回内容名为 response：response.json.name、response.status、response.text' },
      timeoutSeconds: { label: '最长等待' },
      retries: { label: '重试', help: '服务器无法连接、过载或出错时重试。' },
    },
    outcomes: { success: '成功', 'http-error': '被拒绝（状态码 400 及以上）', timeout: '响应超时', error: '出错' },
    sections: { request: '请求', answer: '返回', advanced: '高级' },
  },
} satisfies Record<'en' | 'zh-CN', NodeMessages>
