import common from '@/app/messages/zh-CN/common.json'
import shell from '@/app/messages/zh-CN/shell.json'

/** 全部简体中文文案；文件名即命名空间。 */
export default { common, shell }
