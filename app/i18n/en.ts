import common from '@/app/messages/en/common.json'
import shell from '@/app/messages/en/shell.json'

/** All English messages; the file's name is the namespace. */
export default { common, shell }
