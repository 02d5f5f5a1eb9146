import account from '@/app/messages/zh-CN/account.json'
import calls from '@/app/messages/zh-CN/calls.json'
import common from '@/app/messages/zh-CN/common.json'
import diagnostics from '@/app/messages/zh-CN/diagnostics.json'
import editor from '@/app/messages/zh-CN/editor.json'
import errors from '@/app/messages/zh-CN/errors.json'
import flows from '@/app/messages/zh-CN/flows.json'
import inbox from '@/app/messages/zh-CN/inbox.json'
import login from '@/app/messages/zh-CN/login.json'
import phone from '@/app/messages/zh-CN/phone.json'
import settings from '@/app/messages/zh-CN/settings.json'
import shell from '@/app/messages/zh-CN/shell.json'
import users from '@/app/messages/zh-CN/users.json'

/** 全部简体中文文案；文件名即命名空间。 */
export default { account, calls, common, diagnostics, editor, errors, flows, inbox, login, phone, settings, shell, users }
