export { type ErrorCode, errorCodes } from './codes'
export { fail, ok, type Problem, type Result } from './result'
