import account from '@/app/messages/en/account.json'
import calls from '@/app/messages/en/calls.json'
import common from '@/app/messages/en/common.json'
import diagnostics from '@/app/messages/en/diagnostics.json'
import editor from '@/app/messages/en/editor.json'
import errors from '@/app/messages/en/errors.json'
import flows from '@/app/messages/en/flows.json'
import inbox from '@/app/messages/en/inbox.json'
import login from '@/app/messages/en/login.json'
import phone from '@/app/messages/en/phone.json'
import settings from '@/app/messages/en/settings.json'
import shell from '@/app/messages/en/shell.json'
import users from '@/app/messages/en/users.json'

/** All English messages; the file's name is the namespace. A test checks that no file is missing here. */
export default { account, calls, common, diagnostics, editor, errors, flows, inbox, login, phone, settings, shell, users }
